import { describe, expect, test } from "#test";
import type { Plan } from "../../src/domain/plan.ts";
import { boardPlan, phase } from "../render/board-plan.ts";
import { modelPlan } from "../render/model-plan.ts";
import { adoptInto, decode, encode } from "./adoption.ts";

const about = "M2 Data Foundations";

function blocksOf(text: string, plan: Plan = modelPlan, milestone: string | null = about) {
  const { proposals } = adoptInto(plan, milestone, encode(text));
  return proposals.map(({ kind, block }) => `${kind} ${block}`);
}

function leftOf(text: string, plan: Plan = modelPlan, milestone: string | null = about) {
  const { left } = adoptInto(plan, milestone, encode(text));
  return left.map(({ block, reason }) => `${block}: ${reason}`);
}

describe("what is recognised", () => {
  test.each([
    ["> **Status:** 1/2 (50%) | Storage 🔨", "status-line"],
    ["**Critical Path:** #408 -> #404 -> #410 -> #409", "chain"],
    ["**Order:** #408 => #404-407 => #410", "chain"],
    ["**Outstanding (9 issues)**", "remaining"],
    ["**Duplicates:** #395-397", "duplicates"],
    ["- **Total:** 50 issues\n- **Closed:** 39 closed", "totals"],
    ["- AI Cost: 11/12\n- Infrastructure: 0/3", "breakdown"],
    ["## Moved Scope\n\n- To M3: #258, #313, #314, #317\n- To M5: #154-156, #284-286", "moved"],
  ])("%s", (text, block) => {
    expect(blocksOf(`# M2\n\n${text}\n`)).toEqual([`region ${block}`]);
  });

  test("a table of contents, for the levels that it lists", () => {
    const text = "# M2\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n## A\n\n## B\n\n### C\n";
    expect(blocksOf(text)).toEqual(["region toc"]);
    const { bytes } = adoptInto(modelPlan, about, encode(text));
    expect(decode(bytes)).toContain(
      '<!-- milepost:toc from="2" to="3" -->\n- [A](#a)\n- [B](#b)\n  - [C](#c)\n<!-- milepost:end -->',
    );
  });

  test("labels that the plan is sorted by", () => {
    const text = "## Label Reference\n\n- `Infrastructure`\n- `AI Cost`\n";
    expect(blocksOf(text, modelPlan, null)).toEqual(["region label-reference"]);
  });

  test("sections of milestones whose words the plan holds", () => {
    const titles = boardPlan(phase(12)).milestones.map(({ title }) => title);
    const sections = titles.map(
      (title) => `### ${title} ✅\n- **Status**: Complete\n- **Blocking Issues**: None\n`,
    );
    const text = `# Board\n\n## Milestones\n\n${sections.join("\n")}`;
    expect(blocksOf(text, boardPlan(phase(12)), null)).toEqual(["region milestone-sections"]);
    const noted = text.replace("None", "None\n- **Note**: Measured by the operations team");
    expect(leftOf(noted, boardPlan(phase(12)), null)).toEqual([
      "milestone-sections: line 8 says more than the block does",
    ]);
  });
});

describe("what stays", () => {
  test.each([
    ["code", "```\n**Remaining:** 11 issues\n```"],
    ["a quote that is not on top", "## A\n\n> **Status:** 1/2 (50%)"],
    ["a comment", "<!--\n**Remaining:** 11 issues\n-->"],
    ["what people want kept", "**Remaining:** 11 issues <!-- milepost:keep -->"],
    ["a region", "<!-- milepost:complete -->\n**Complete (39/50):** #10\n<!-- milepost:end -->"],
    ["a part of the plan", "### Storage\n\n**Remaining:** #404, #405"],
    ["the list of a group", "## Infrastructure\n\n**Remaining:** #411, #412"],
    ["a document with a broken marker", "<!-- milepost:chain -->\n\n**Remaining:** 11 issues"],
    ["prose", "Remaining are #404 and #405, which we begin in May."],
  ])("%s", (_, text) => {
    const document = encode(`# M2\n\n${text}\n`);
    const { proposals, bytes } = adoptInto(modelPlan, about, document);
    expect(proposals).toEqual([]);
    if (!text.includes("<!-- milepost:complete")) expect(bytes).toEqual(document);
  });

  test.each([
    [
      "**Remaining:** #404, #9999, #405, #406, #407, #408, #409",
      "remaining: the block would not show #9999",
    ],
    [
      "**Remaining:** #404, #405",
      "remaining: it lists 2 of the 11 issues that the block would show, so it may be about a part of them",
    ],
    ["**Remaining:** #404-412\n\n- We begin in May. #404 first.", "remaining: line 5 says more"],
    ["**Critical Path:** #408 → #404 | waits for the team", "chain: it says more than the block"],
  ])("%s, and why", (text, reason) => {
    expect(blocksOf(`# M2\n\n${text}\n`)).toEqual([]);
    expect(leftOf(`# M2\n\n${text}\n`)[0]).toContain(reason);
  });

  test("a paragraph behind a list, while the list becomes a region", () => {
    const text = "# M2\n\n**Remaining:** #69, #310, #404-412\n\nWe begin in May.\n";
    expect(blocksOf(text)).toEqual(["region remaining"]);
    expect(decode(adoptInto(modelPlan, about, encode(text)).bytes)).toMatch(
      /<!-- milepost:end -->\n\nWe begin in May\.\n$/,
    );
  });

  test("without a milestone, what only one milestone could say", () => {
    expect(blocksOf("**Remaining:** 11 issues\n", modelPlan, null)).toEqual([]);
  });
});

describe("a second copy", () => {
  const first = "**Remaining:** #69, #310, #404-412\n";

  test("goes with its heading where regions show all of it", () => {
    const text = `# M2\n\n${first}\n---\n\n## Again\n\n${first}\n---\n\n## Ours\n\nText.\n`;
    expect(blocksOf(text)).toEqual(["region remaining", "copy remaining"]);
    const { bytes } = adoptInto(modelPlan, about, encode(text));
    expect(decode(bytes)).toMatch(/<!-- milepost:end -->\n\n---\n\n## Ours\n\nText\.\n$/);
  });

  test("leaves a heading that a link leads to", () => {
    const text = `# M2\n\nSee [there](#again).\n\n${first}\n## Again\n\n${first}`;
    expect(decode(adoptInto(modelPlan, about, encode(text)).bytes)).toContain("## Again\n");
  });

  test("stays where it lists what no region shows", () => {
    const text = `# M2\n\n${first}\n**Remaining:** #404, #9999\n`;
    expect(leftOf(text)).toEqual(["remaining: it repeats a region, but none shows #9999"]);
  });

  test("may say what GitHub contradicts", () => {
    const text = `# M2\n\n${first}\n**Remaining:** #404, #258\n`;
    expect(blocksOf(text)).toEqual(["region remaining", "copy remaining"]);
  });

  test("hands its remarks on to the notes below the region", () => {
    const text = `# M2\n\n${first}\n**Remaining:** #404 (key: \`/id\`), #405\n`;
    expect(decode(adoptInto(modelPlan, about, encode(text)).bytes)).toContain(
      "<!-- milepost:end -->\n\n**Notes:** #404 (key: `/id`)\n",
    );
  });
});
