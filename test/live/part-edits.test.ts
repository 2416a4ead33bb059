import { describe, expect, test } from "#test";
import { keepDocumentTrue } from "../../src/live/live-document.ts";
import { decodeText, encodeText } from "../../src/markdown/bytes.ts";
import { buildPlan } from "../render/plan-builder.ts";

const plan = buildPlan({
  items: [
    { number: 1, resolution: "completed", milestone: 1 },
    { number: 2, milestone: 1 },
    { number: 3, milestone: 1 },
    { number: 4, milestone: 1 },
  ],
  milestones: [{ number: 1, title: "M1 Start" }],
});

const lists = "\n\n- **Core:** #1, #2\n- **Docs:** #3\n- **Rest:** #4";

function kept(text: string) {
  const { document, findings } = keepDocumentTrue(encodeText(text), plan, 1);
  return { text: decodeText(document), findings: findings.length };
}

describe("the parts of what remains", () => {
  test.each([
    ["4 issues (2 core + 1 docs + 1 rest)", "3 issues (1 core + 1 docs + 1 rest)"],
    ["4 issues (3 work + 1 docs)", "3 issues (2 work + 1 docs)"],
    ["3 issues (1 core + 2 others)", "3 issues (1 core + 2 others)"],
  ])("follow where their names say what they are: %s", (before, after) => {
    const result = kept(`**Remaining:** ${before}${lists}`);
    expect(result).toEqual({ text: `**Remaining:** ${after}${lists}`, findings: 0 });
    expect(kept(result.text)).toEqual(result);
  });

  test("are left to people where two of them say nothing", () => {
    const result = kept(`**Remaining:** 4 issues (2 here + 2 there)${lists}`);
    expect(result).toEqual({
      text: `**Remaining:** 3 issues (2 here + 2 there)${lists}`,
      findings: 1,
    });
    expect(kept(result.text)).toEqual(result);
  });
});
