import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { fixDocument } from "../../src/lint/fix-document.ts";
import { lintDocument } from "../../src/lint/lint-document.ts";
import { rules } from "../../src/lint/rules/registry.ts";

const page = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
const found = (text: string, rule: (typeof rules)[number]) =>
  lintDocument({ path: "plan.md", text, plan: null }, [rule]);

test("each rule has an id of its own", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("is described, with an example", () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(rule.meaning).toMatch(/\S.*\.$/s);
    expect(rule.example.trim()).not.toBe("");
    expect(page).toContain(`### ${id}\n`);
  });

  if (!rule.offline) return;

  test("finds its example, and nothing where the line is switched off", () => {
    const findings = found(rule.example, rule);
    expect(findings.length).toBeGreaterThan(0);
    for (const { message, claims, line, lines } of findings) {
      expect(message).toMatch(/[.!?]$/);
      expect(claims.length).toBeGreaterThan(0);
      expect(lines).toContain(line);
    }
    expect(found(`<!-- milepost:lint off ${id} -->\n\n${rule.example}`, rule)).toEqual([]);
  });

  if (!rule.fixes) return;

  test("mends its example, once and for all", () => {
    const input = { path: "plan.md", text: rule.example, plan: null };
    const { text, fixed } = fixDocument(input, [rule]);
    expect(fixed).toBeGreaterThan(0);
    expect(found(text, rule)).toEqual([]);
    expect(fixDocument({ ...input, text }, [rule])).toEqual({ text, fixed: 0 });
  });
});
