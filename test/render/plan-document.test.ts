import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Day } from "../../src/domain/calendar.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { renderPlanDocument } from "../../src/render/plan-document.ts";
import { blocks } from "../../src/render/registry.ts";
import { modelFacts, modelPlan, modelPlanWith } from "./model-plan.ts";
import { buildPlan, today } from "./plan-builder.ts";
import { renderBlock, show } from "./show.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function render(text: string, facts: { plan?: Plan; milestone?: string | null; on?: Day } = {}) {
  const { plan = modelPlan, milestone = null, on = today } = facts;
  const document = encode(text);
  const result = renderPlanDocument({ path: "docs/plan.md", document, milestone, plan, today: on });
  return {
    same: result.document === document,
    text: new TextDecoder().decode(result.document),
    findings: result.findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
  };
}

const messages = (text: string, milestone: string | null = null) =>
  render(text, { milestone }).findings.map(({ rule, message }) => `${rule}: ${message}`);

describe("a plan document", () => {
  test("is written within its regions only", () => {
    const { text, findings } = render(
      "# M2\r\n\r\n<!-- milepost:complete milestone=M4 -->\r\nold\r\n<!-- milepost:end -->\r\n\r\nWe are at <!-- milepost:count milestone=2 -->?<!-- milepost:end --> today.\r\n\tmy words",
    );
    expect(text).toBe(
      "# M2\r\n\r\n<!-- milepost:complete milestone=M4 -->\r\n_Nothing is complete yet._\r\n<!-- milepost:end -->\r\n\r\nWe are at <!-- milepost:count milestone=2 -->39/50 (78%)<!-- milepost:end --> today.\r\n\tmy words",
    );
    expect(findings).toEqual([]);
  });

  test("ends a block with the definitions of its links", () => {
    const { text } = render("<!-- milepost:chain milestone=M2 -->\n<!-- milepost:end -->\n");
    expect(text).toBe(
      [
        "<!-- milepost:chain milestone=M2 -->",
        "[#408] → ([#404]-[#407]) → [#410] → [#409]",
        "",
        "[#404]: https://github.com/octo/game/issues/404",
        "[#407]: https://github.com/octo/game/issues/407",
        "[#408]: https://github.com/octo/game/issues/408",
        "[#409]: https://github.com/octo/game/issues/409",
        "[#410]: https://github.com/octo/game/issues/410",
        "<!-- milepost:end -->",
        "",
      ].join("\n"),
    );
  });

  test("keeps its bytes and its day while the plan is the same", () => {
    const first = render("<!-- milepost:status-line milestone=2 -->\n<!-- milepost:end -->\n");
    expect(first.text).toContain("Updated 2025-11-10");
    expect(render(first.text, { on: "2025-12-24" }).same).toBe(true);
    const changed = render(first.text, {
      on: "2025-12-24",
      plan: modelPlanWith({ 408: { resolution: "completed" } }),
    });
    expect(changed.text).toContain("40/50 (80%)");
    expect(changed.text).toContain("Updated 2025-12-24");
  });

  test("speaks of the region's milestone, else the document's, else the only open one, else all", () => {
    const marker = "At <!-- milepost:count -->?<!-- milepost:end -->.";
    const own = "At <!-- milepost:count milestone=5 -->?<!-- milepost:end -->.";
    expect(render(own, { milestone: "M2" }).text).toContain("0/10 (0%)");
    expect(render(marker, { milestone: "M2" }).text).toContain("39/50 (78%)");
    expect(render(marker).text).toContain("39/83 (47%)");
    const milestones = modelFacts.milestones.map((one) => ({ ...one, isClosed: one.number !== 2 }));
    const plan = buildPlan({ ...modelFacts, milestones });
    expect(render(marker, { plan }).text).toContain("39/50 (78%)");
  });

  test("survives byte for byte around its regions, whatever stands there", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "é", " ", "\n\n", "* ", "\t", "1. ") });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const head = `${before}\n\n<!-- milepost:chain milestone=4 -->\n`;
        const tail = `<!-- milepost:end -->\n\n${after}`;
        const { text, findings } = render(`${head}${tail}`);
        if (findings.length > 0) return expect(text).toBe(`${head}${tail}`);
        expect(text.startsWith(head)).toBe(true);
        expect(text.endsWith(tail)).toBe(true);
        return undefined;
      }),
    );
  });
});

describe("what is wrong in a document is said, with the place and what to do", () => {
  test("broken markers leave the whole document as it is", () => {
    const { same, findings } = render(
      "<!-- milepost:chain -->\n<!-- milepost:end -->\n\n<!-- milepost:ready -->\ntext\n",
    );
    expect(same).toBe(true);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: "region-unclosed", severity: "error" });
    expect(findings[0]?.message).toMatch(/^docs\/plan\.md, line 4: /);
  });

  test("a region that what surrounds it would swallow leaves the document as it is", () => {
    const { same, findings } = render(
      "</details>\n<!-- comment -->\n<!-- milepost:sequence -->\nold\n   <!-- milepost:end -->\n   <!-- milepost:duplicates -->\n- old\n    <!-- milepost:end -->\n<details>\n| - | - |\n<!-- comment -->\n- item",
    );
    expect(same).toBe(true);
    expect(findings).toMatchObject([{ rule: "region-fragile", severity: "error" }]);
    expect(findings[0]?.message).toMatch(/^docs\/plan\.md, line \d+: .*blank line/);
  });

  test("a wrong region stays as it is while others are written", () => {
    const wrong = "<!-- milepost:redy -->\nas it was\n<!-- milepost:end -->\n";
    const { text, findings } = render(
      `${wrong}\n<!-- milepost:complete milestone=4 -->\n<!-- milepost:end -->\n`,
    );
    expect(text).toContain(wrong);
    expect(text).toContain("_Nothing is complete yet._");
    expect(findings.map(({ message }) => message)).toEqual([
      'docs/plan.md, line 1: there is no block "redy". Did you mean "ready"?',
    ]);
  });

  test.each([
    [
      "<!-- milepost:gantt -->\n<!-- milepost:end -->",
      'block-unknown: docs/plan.md, line 1: there is no block "gantt". Use one of: status-line, totals, breakdown, chain, graph, sequence, ready, blocked, remaining, complete, moved, duplicates, risk-flags, progress-table, milestones-table, milestone-sections, timeline, next-steps, changelog, label-reference, toc, nav, count.',
    ],
    [
      "<!-- milepost:count -->\n<!-- milepost:end -->",
      'block-misplaced: docs/plan.md, line 1: "count" belongs within a line of text: put both markers into one line.',
    ],
    [
      "Text <!-- milepost:chain --><!-- milepost:end -->",
      'block-misplaced: docs/plan.md, line 1: "chain" needs lines of its own: put each marker alone on a line.',
    ],
    [
      "<!-- milepost:chain nmaes=yes -->\n<!-- milepost:end -->",
      'option-unknown: docs/plan.md, line 1: the block "chain" has no option "nmaes". Did you mean "names"?',
    ],
    [
      "<!-- milepost:chain names=maybe -->\n<!-- milepost:end -->",
      'option-value-unknown: docs/plan.md, line 1: the option "names" cannot be "maybe". Allowed: "yes", "no".',
    ],
    [
      "<!-- milepost:breakdown by=clutser -->\n<!-- milepost:end -->",
      'option-value-unknown: docs/plan.md, line 1: the option "by" cannot be "clutser". Did you mean "cluster"? Allowed: "cluster".',
    ],
    [
      "<!-- milepost:chain milestone=M9 -->\n<!-- milepost:end -->",
      'milestone-unknown: docs/plan.md, line 1: there is no milestone "M9". There is "M2 Data Foundations" (2), "M3 Core Loop" (3), "M4" (4), "M5 Quality & Depth" (5).',
    ],
    [
      "<!-- milepost:chain milestone=M -->\n<!-- milepost:end -->",
      'milestone-ambiguous: docs/plan.md, line 1: "M" fits more than one milestone: "M2 Data Foundations" (2), "M3 Core Loop" (3), "M4" (4), "M5 Quality & Depth" (5). Use the number or the whole title.',
    ],
  ])("%s", (text, wanted) => {
    expect(messages(text)).toEqual([wanted]);
    expect(render(text).same).toBe(true);
  });

  test("an earlier title still resolves, and says so", () => {
    const plan = buildPlan({
      ...modelFacts,
      milestones: [{ number: 2, title: "M2 Data Foundations", earlierTitles: ["Storage"] }],
    });
    const { text, findings } = render(
      "At <!-- milepost:count milestone=Storage --><!-- milepost:end -->.",
      { plan },
    );
    expect(text).toContain("39/50 (78%)");
    expect(findings).toEqual([
      {
        rule: "milestone-renamed",
        severity: "info",
        message:
          'docs/plan.md, line 1: the milestone "Storage" is now called "M2 Data Foundations". Change the name in the marker.',
      },
    ]);
  });

  test("a document without a region is told how to get one", () => {
    const { same, findings } = render("# Only words\n");
    expect(same).toBe(true);
    expect(findings).toMatchObject([{ rule: "document-without-region", severity: "info" }]);
    expect(findings[0]?.message).toContain("<!-- milepost:status-line -->");
  });
});

describe("a plan of thousands of issues", () => {
  const plan = buildPlan({
    milestones: [{ number: 1, title: "Alpha" }],
    items: Array.from({ length: 3000 }, (_, index) => ({
      number: 2 * index + 1,
      milestone: 1,
      waitsFor: index % 3 > 0 ? [2 * index - 1] : [],
      resolution: index >= 2000 ? ("completed" as const) : null,
      isTracker: index % 50 === 0,
    })),
  });

  test.each(blocks.filter((block) => block.kind === "block").map((block) => block.name))(
    "the block %s stays readable, counts what it leaves out and links nothing hidden",
    (name) => {
      const { text, definitions } = renderBlock(name, plan, { milestone: "1" });
      expect(text.length + definitions.length).toBeLessThan(100_000);
      const used = new Set([...text.matchAll(/\[(#[\d-]+)\]/g)].map((match) => match[1]));
      expect(definitions === "" ? 0 : definitions.split("\n").length).toBe(used.size);
    },
  );

  test("the sequence says how many it does not show, and where they are", () => {
    const text = show("sequence", plan, { milestone: "1" });
    expect(text).toContain("\n200. ");
    expect(text).not.toContain("\n201. ");
    expect(text).toMatch(
      /_And 1800 more: see \[Alpha\]\(https:\S+\/milestone\/1\)\._\n\n_📋 ready · ⛔ blocked_$/,
    );
  });

  test("references in a line end with the number of the rest", () => {
    expect(show("complete", plan, { milestone: "1" })).toMatch(/#4799, and 600 more$/);
  });
});
