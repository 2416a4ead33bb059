import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import { findHeadings } from "../../src/markdown/headings.ts";
import type { ListedDocument } from "../../src/render/block.ts";
import { renderPlanDocument } from "../../src/render/plan-document.ts";
import { relativePath } from "../../src/render/relative-path.ts";
import { boardPlan, phase } from "./board-plan.ts";
import { hostilePlan, hostileTexts } from "./hostile-plan.ts";
import { modelPlan } from "./model-plan.ts";
import { parseActs } from "./parsed.ts";
import { today } from "./plan-builder.ts";
import { roadmapPlan } from "./roadmap-plan.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function render(
  document: Uint8Array,
  { plan = modelPlan, documents = [] as readonly ListedDocument[], path = "docs/plan.md" } = {},
) {
  const input = { path, milestone: null, plan, today, documents };
  const once = renderPlanDocument({ ...input, document });
  const twice = renderPlanDocument({ ...input, document: once.document });
  expect(twice.document).toBe(once.document);
  return { text: decode(once.document), findings: once.findings };
}

const toc = (options = "") => `<!-- milepost:toc${options} -->\n<!-- milepost:end -->\n`;
const sections = "<!-- milepost:milestone-sections -->\n<!-- milepost:end -->\n";
const changelog = "<!-- milepost:changelog -->\n<!-- milepost:end -->\n";

/** The lines between the first two markers. */
const inside = (text: string) =>
  text
    .split(/<!-- milepost:\w.*? -->\n/)[1]
    ?.split("<!-- milepost:")[0]
    ?.trimEnd();

describe("table of contents", () => {
  test("lists the headings as they will be, and then no more changes", () => {
    const { text, findings } = render(
      encode(`# Plan\n\n${toc()}\n## Milestones\n\n${sections}\n## Log\n\n${changelog}\n## Log\n`),
    );
    expect(findings).toEqual([]);
    expect(inside(text)).toBe(
      [
        "- [Milestones](#milestones)",
        "  - [M2 Data Foundations 🔨](#m2-data-foundations-)",
        "  - [M3 Core Loop ⛔](#m3-core-loop-)",
        "  - [M4 📋](#m4-)",
        "  - [M5 Quality & Depth 📋](#m5-quality--depth-)",
        "- [Log](#log)",
        "- [Log](#log-1)",
      ].join("\n"),
    );
  });

  test("lists the levels that are asked for, one step in for each that is there", () => {
    const text = `${toc(" from=1 to=4")}\n# A\n\n### B\n\n#### C\n\n## D\n\n##### E\n`;
    expect(inside(render(encode(text)).text)).toBe(
      "- [A](#a)\n  - [B](#b)\n    - [C](#c)\n  - [D](#d)",
    );
    expect(inside(render(encode(toc(" from=6"))).text)).toBe("_There is no heading to list._");
  });

  test("never lists what someone wrote into it, nor what was in a region before", () => {
    const text = `<!-- milepost:toc -->\n## Mine\n<!-- milepost:end -->\n\n## Log\n\n<!-- milepost:changelog since=2030-01-01 -->\n### Old\n<!-- milepost:end -->\n`;
    expect(inside(render(encode(text)).text)).toBe("- [Log](#log)");
  });

  test("settles at once, whatever surrounds it, and leads to headings that there are", () => {
    const line = fc.constantFrom(
      ..."# A|## B|### B|> ## C|- ## D|```|~~~|text|---|===|<div>|</div>|<!-- c -->|    code".split(
        "|",
      ),
      "",
      "",
    );
    const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(lines, lines, lines, (before, between, after) => {
        const document = encode(
          `${before}\n\n${toc(" from=1")}\n${between}\n\n${sections}\n${after}`,
        );
        const { text } = render(document);
        const anchors = findHeadings(encode(text)).map(({ anchor }) => `](#${anchor})`);
        for (const target of inside(text)?.match(/\]\(#.*\)/g) ?? []) {
          expect(anchors).toContain(target);
        }
      }),
    );
  });

  test("may stand in a document twice", () => {
    const { text } = render(encode(`${toc()}\n## A\n\n${toc()}`));
    expect(text.match(/- \[A\]\(#a\)/g)).toHaveLength(2);
  });

  test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    "stays a list of links with the heading %s",
    (_, hostile) => {
      const plan = hostilePlan(hostile);
      // A person's own heading with a marker would be a broken document, which is never written.
      const line = hostile.replace(/[\r\n]+/g, " ").replaceAll("milepost:", "other:");
      const { text } = render(encode(`${toc()}\n## ${line}\n\n## Own\n\n${sections}`), { plan });
      const acts = parseActs(inside(text) ?? "");
      for (const target of acts.targets) expect(target).toMatch(/^#[^\s#]+$/);
      expect(acts.html).toEqual([]);
      expect(acts.types).not.toContain("heading");
      expect(acts.text).toContain("Own");
      expect(acts.text).not.toMatch(/@octo|gh-7|www\.evil|https:\/\/|:tada:/i);
      const anchors = findHeadings(encode(text)).map(({ anchor }) => `#${anchor}`);
      for (const target of acts.targets) expect(anchors).toContain(decodeURI(target));
    },
  );
});

describe("navigation", () => {
  const nav = encode("<!-- milepost:nav -->\n<!-- milepost:end -->\n");
  const documents = [
    { path: "docs/plan.md", title: "This" },
    { path: "docs/log (old).md", title: "The [log]" },
    { path: "README.md", title: null },
  ];

  test("leads to the other documents", () => {
    expect(inside(render(nav, { documents }).text)).toBe(
      "- [The \\[log\\]](./log%20%28old%29.md)\n- [README.md](../README.md)",
    );
    expect(inside(render(nav).text)).toBe("_There is no other plan document._");
  });

  test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    "stays a link with the title %s",
    (_, title) => {
      const { text } = render(nav, { documents: [{ path: "a.md", title }] });
      const acts = parseActs(inside(text) ?? "");
      expect(acts.targets).toEqual(["../a.md"]);
      expect(acts.html).toEqual([]);
    },
  );

  test.each([
    ["a.md", "b.md", "./b.md"],
    ["docs/a.md", "b.md", "../b.md"],
    ["a.md", "docs/b.md", "./docs/b.md"],
    ["docs/x/a.md", "docs/y/b c.md", "../y/b%20c.md"],
    ["docs/a.md", "docs/docs/a.md", "./docs/a.md"],
    ["docs/a.md", "docs/50%#?.md", "./50%25%23%3F.md"],
  ])("from %s to %s is %s", (from, to, expected) => {
    expect(relativePath(from, to)).toBe(expected);
  });
});

describe("options that take a number, a day or several words", () => {
  const message = (marker: string) =>
    render(encode(`<!-- milepost:${marker} -->\n<!-- milepost:end -->\n`)).findings[0]?.message;

  test.each([
    ["changelog limit=0", 'the option "limit" cannot be "0". Give a whole number from 1 to 9999.'],
    ["changelog since=2025-02-30", 'cannot be "2025-02-30". Give a day as 2026-01-31.'],
    ["milestones-table columns=mark,du", 'cannot be "du". Did you mean "due"?'],
    ["toc from=7", 'the option "from" cannot be "7".'],
  ])("%s is refused", (marker, expected) => {
    expect(message(marker)).toContain(expected);
  });

  test("all means all milestones, even where only one is open", () => {
    const plan = boardPlan(phase(11));
    const count = (option: string) =>
      render(encode(`At <!-- milepost:count${option} -->?<!-- milepost:end -->.\n`), { plan }).text;
    expect(count("")).toContain("0/14 tasks (0%)");
    expect(count(" milestone=all")).toContain("118/132 tasks (89%)");
  });
});

describe("the documents of the examples", () => {
  const example = (path: string) =>
    readFileSync(new URL(`../../examples/${path}`, import.meta.url));

  test.each([
    ["phase-5-status/documents/docs/PHASE-5-STATUS.md", boardPlan(phase(6))],
    ["phase-5-status/documents/docs/PHASE-5-PROGRESS-LOG.md", boardPlan(phase(12))],
    ["database-roadmap/documents/docs/ROADMAP.md", roadmapPlan(8)],
    ["database-roadmap/documents/docs/OPERATIONS.md", roadmapPlan(19)],
  ])("%s is written in full", (path, plan) => {
    const { text, findings } = render(example(path), { plan });
    expect(findings).toEqual([]);
    expect(text).not.toMatch(/-->\n?-?<!-- milepost:end/);
  });
});
