import { describe, expect, test } from "#test";
import { findTextRegions } from "../../src/markdown/text-regions.ts";
import { renderConfigProblems } from "../../src/render/config-problems.ts";
import { findingText } from "../../src/render/finding-text.ts";
import { createLinks } from "../../src/render/links.ts";
import { renderPlanDocument } from "../../src/render/plan-document.ts";
import { blocks } from "../../src/render/registry.ts";
import { STAMP } from "../../src/render/stamp.ts";
import { renderStatus } from "../../src/render/status-issue.ts";
import { composeStatusBody } from "../../src/render/status-issue-body.ts";
import { hostilePlan, hostileTexts } from "./hostile-plan.ts";
import { parseActs } from "./parsed.ts";
import { today } from "./plan-builder.ts";
import { renderBlock } from "./show.ts";

const ownTargets =
  /^https:\/\/github\.com\/octo\/(?:game\/(?:issues|milestone)|engine\/issues)\/\d+$/;
const ownRelativeTargets =
  /^(?:\.\.\/(?:issues|milestone)\/\d+|\.\.\/milestones|https:\/\/redirect\.github\.com\/octo\/engine\/issues\/5)$/;
const ownHtml =
  /^(?:<br>|<\/?sub>|<details><summary>[\w, ]+<\/summary>|<\/details>|<!-- milepost-status-issue -->(?:\n.*)?|<!-- milepost:(?:problems|status|end) -->|<!-- milepost-box \/[a-z]+(?: [\w#/. -]+)? -->)$/s;
const neverOurs = ["image", "footnoteReference", "footnoteDefinition", "thematicBreak"];

/** Diagrams stand in code, where no text of theirs ends it. */
function languagesOf(block: string): readonly string[] {
  return ["graph", "timeline"].includes(block) ? ["mermaid"] : [];
}

describe.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
  "the text %s",
  (_, text) => {
    const plan = hostilePlan(text);

    test.each(blocks.map((block) => block.name))("does nothing in the block %s", (name) => {
      for (const milestone of [[["milestone", "1"]], []]) {
        const names = name === "chain" ? [["names", "yes"]] : [];
        const options = Object.fromEntries([...milestone, ...names]);
        const { text: body, definitions } = renderBlock(name, plan, options);
        const acts = parseActs(`${body}\n\n${definitions}`);
        for (const target of acts.targets) expect(target).toMatch(ownTargets);
        for (const html of acts.html) expect(html).toBe("<br>");
        for (const type of neverOurs) expect(acts.types).not.toContain(type);
        expect(acts.languages).toEqual(languagesOf(name));
        expect(acts.text).not.toMatch(/@octo|gh-7|www\.evil|https:\/\/|:tada:/i);
      }
    });

    test("cannot leave its region of a document", () => {
      const lines = blocks
        .filter((block) => block.kind === "block")
        .map((block) => `<!-- milepost:${block.name} milestone=1 -->\n<!-- milepost:end -->\n`);
      const document = new TextEncoder().encode(`# Plan\n\n${lines.join("\n")}`);
      const once = renderPlanDocument({ path: "p.md", document, milestone: null, plan, today });
      expect(once.findings).toEqual([]);
      const after = findTextRegions(new TextDecoder().decode(once.document));
      expect(after.problems).toEqual([]);
      expect(after.regions).toHaveLength(lines.length);
    });

    test("does nothing as a path, a key or a value of the configuration", () => {
      const errors = [
        { file: text, line: 1, column: 1, key: text, message: `must not be ${text}` },
      ];
      const broken = new TextEncoder().encode("<!-- milepost:totals -->\n");
      const { findings } = renderPlanDocument({
        path: text,
        document: broken,
        milestone: null,
        plan,
        today,
      });
      const links = createLinks("status-issue", plan);
      const found = findings.map((finding) => findingText(finding, links)).join("\n\n");
      const acts = parseActs(`${renderConfigProblems(errors)}\n\n${found}`);
      expect(acts.targets).toEqual([]);
      expect(acts.html).toEqual([]);
      for (const type of [...neverOurs, "code"]) expect(acts.types).not.toContain(type);
      expect(acts.text).not.toMatch(/@octo|gh-7|www\.evil|https:\/\/|:tada:/i);
    });

    test("does nothing in the status issue", () => {
      const status = renderStatus(plan);
      expect(status.split(STAMP)).toHaveLength(2);
      const composed = composeStatusBody(null, { problems: "", status, notebook: null }, today);
      if (composed.kind !== "composed") throw new Error("damaged");
      expect(findTextRegions(composed.body).problems).toEqual([]);
      const acts = parseActs(composed.body);
      for (const target of acts.targets) expect(target).toMatch(ownRelativeTargets);
      for (const html of acts.html.flatMap((one) => one.trim().split("\n"))) {
        expect(html).toMatch(ownHtml);
      }
      for (const type of [...neverOurs, "code"]) expect(acts.types).not.toContain(type);
      expect(acts.text).not.toMatch(/@octo|gh-7|www\.evil|https:\/\/|:tada:/i);
    });
  },
);
