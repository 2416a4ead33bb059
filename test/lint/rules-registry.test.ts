import { describe, expect, test } from "#test";
import { readClaims } from "../../src/claims/read-claims.ts";
import { renderRulesPage } from "../../src/cli/docs/rules-page.ts";
import { fixDocument } from "../../src/lint/fix-document.ts";
import { lintDocument } from "../../src/lint/lint-document.ts";
import { rules } from "../../src/lint/rules/registry.ts";
import { examplePlan } from "./example-plan.ts";

const named = (list: typeof rules) => list.map((rule) => [rule.id, rule] as const);

describe("the registry of lint rules", () => {
  test("ids are unique, in order and in kebab case", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  test.each(named(rules))("%s says in a sentence what it means, and is on the page", (id, rule) => {
    expect(rule.meaning).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(rule.example.trim()).not.toBe("");
    expect(renderRulesPage()).toContain(`### ${id}\n\n${rule.meaning}`);
  });

  test.each(named(rules.filter(({ offline }) => offline)))(
    "%s is silent about what is no plan, or named on the page as one that is not",
    (id, rule) => {
      const { findings } = lintDocument({ path: "reports/plan.md", text: rule.example }, null);
      const isFound = findings.some((finding) => finding.rule === id);
      const names = /Only these rules.*\n(.*)/.exec(renderRulesPage())?.[1];
      expect(names?.includes(`\`${id}\``)).toBe(isFound);
    },
  );

  test.each(named(rules.filter(({ offline }) => !offline)))("%s needs GitHub", (id, rule) => {
    const { findings } = lintDocument({ path: "plan.md", text: rule.example }, null);
    expect(findings.map((finding) => finding.rule)).not.toContain(id);
  });

  test.each(named(rules))("%s finds its example", (id, rule) => {
    const { findings } = lintDocument({ path: "plan.md", text: rule.example }, examplePlan);
    const found = findings.filter((finding) => finding.rule === id);
    expect(found).not.toEqual([]);
    for (const { message, lines, line, excerpt, claims } of found) {
      expect(message).toMatch(/\.$/);
      expect(claims.length).toBeGreaterThanOrEqual(2);
      expect(lines).toContain(line);
      expect(excerpt).not.toBe("");
    }
  });

  test.each(named(rules.filter(({ fixes }) => fixes)))("%s fixes its example", (id, rule) => {
    const fixed = fixDocument({ path: "plan.md", text: rule.example }, examplePlan);
    expect(fixed.text).not.toBe(rule.example);
    expect(fixed.report.findings.map((finding) => finding.rule)).not.toContain(id);
    expect(fixDocument({ path: "plan.md", text: fixed.text }, examplePlan).text).toBe(fixed.text);
  });

  test.each(named(rules.filter(({ fixes }) => !fixes)))(
    "%s leaves its example to people",
    (_, rule) => {
      const found = rule.check({
        ...{ path: "plan.md", text: rule.example, plan: examplePlan },
        claims: readClaims(rule.example),
      });
      expect(found.flatMap(({ edits = [] }) => edits)).toEqual([]);
    },
  );
});
