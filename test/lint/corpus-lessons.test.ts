import { readFileSync } from "node:fs";
import { describe, expect, test } from "#test";
import { readCorpusRates } from "../../src/cli/docs/lint-rates.ts";
import { findingsIn } from "./expected-findings.ts";

/** What real plans hold and no rule may take for a contradiction, in our own words. */
const right: readonly (readonly [what: string, text: string])[] = [
  [
    "a check mark before a heading is an ornament",
    "## ✅ Before the launch\n- [ ] Backups\n- [x] Keys\n",
  ],
  ["a list of boxes to be ticked later is a form", "## Sign-off ✅\n- [ ] Backups\n- [ ] Keys\n"],
  [
    "complete with a reservation is not all complete",
    "## Keys\n**Status**: Complete (staging)\n\n- [x] Staging\n- [ ] Live\n",
  ],
  [
    "a mark may be that of a task about an issue",
    "- [ ] #4 Parser\n\n1. ✅ Read what #4 asks for\n",
  ],
  ["a newest-first log is in order", "## Sprint 4\n\n## Sprint 3\n\n## Sprint 2\n\n## Sprint 1\n"],
  ["cells of code are filled in", "| Old | New |\n|---|---|\n| `a.b` | `c.d` |\n"],
  ["empty cells are a form", "| Name | Date |\n|---|---|\n|  |  |\n"],
  [
    "a column of phases by number is no name",
    "| # | Phase | Fault |\n|---|---|---|\n| 1 | 2 | Crash |\n\n## Phase 1: Server\n",
  ],
  [
    "a document may number its own list with #",
    "- [x] **#4 sign of the error**\n\n## Later\n- [x] **#4 column of prices**\n",
  ],
  ["a percentage behind two counts is that of both", "4/17 found, 3/3 rejected (35%)\n"],
  ["a percentage of something else stands apart", "All passed (12/12), 95%+ coverage\n"],
  [
    "deliverables are not the tasks counted",
    "## Milestone 1\n**Status**: 19/19 tasks complete\n\n**Deliverables**:\n- [x] Server\n- [x] Client\n",
  ],
  [
    "estimates do not add up exactly",
    "| File | Size |\n|---|---|\n| a | ~10 |\n| b | ~11 |\n| **Total** | ~22 |\n",
  ],
  [
    "a row that repeats others is not added",
    "| Batch | Names |\n|---|---|\n| One | 20 |\n| Two | 30 |\n| Two again | 30 |\n| **Total** | 50 |\n",
  ],
  [
    "the same keys in each language are not added",
    "| Language | Keys |\n|---|---|\n| en | 8 |\n| fr | 8 |\n| **Total** | 8 |\n",
  ],
  [
    "a night's work has times of the day",
    [1, 2, 3, 4, 5]
      .map(
        (n) =>
          `### Phase ${n}\n- **Started**: 2026-01-05 2${n - 1}:00\n- **Completed**: 2026-01-05 2${n - 1}:30\n`,
      )
      .join("\n"),
  ],
  [
    "tasks that all work has are no duplicates",
    "1. **API-001**: Routes\n   - Unit tests\n2. **API-002**: Client\n   - Unit and load tests\n",
  ],
  [
    "a complete roadmap is not completed",
    "# Complete Roadmap\n\n## Tasks\n- [ ] #4 Parser\n\n## Next\n1. Start #4\n",
  ],
  ["the number of a sprint counts nothing", "**Sprint 1 Tasks:**\n- #4 Parser\n- #5 Tree\n"],
  [
    "a count of parts is not that of what is in them",
    "### Progress: 1/2 parsers\n\n| Name | Checks |\n|---|---|\n| **A** | (3/4) |\n| **B** | (0/4) |\n",
  ],
  [
    "what is done of a whole adds up to the done",
    "## ✅ Tasks (4/9)\n### Parser (2/2)\n- Tokens\n- Tree\n\n### Client (2/2)\n- Menu\n- Help\n",
  ],
  [
    "headings about this phase and the last are no series",
    "## Phase 1 Result\n\n## Phase 2 Goals\n\n## Phase 2 Tasks\n\n## Phase 2 Dates\n\n## Phase 1 Checks\n",
  ],
  [
    "nobody asks for the goal of what is complete",
    [1, 2, 3, 4, 5, 6, 7, 8]
      .map((n) => `## Phase ${n}: Part ${n}${n === 1 ? " ✅" : "\n**Goal:** It runs"}\n`)
      .join("\n"),
  ],
  ["none of all is left", "1. ✅ **Warnings:** 0/12 (100%)\n"],
  [
    "dots between rows leave rows out",
    "| Week | Aim |\n|---|---|\n| 1 | 5 |\n| … | … |\n| 9 | 90 |\n",
  ],
  [
    "a table may name its rows in short",
    "## Sprint 1: Fast Menu of Files\n\n## Sprint 2: Help Pages in Print (new)\n\n| # | Sprint |\n|---|---|\n| 1 | Fast Menus |\n| 2 | New Help Pages |\n",
  ],
];

/** And what it holds of what is wrong. */
const wrong: readonly (readonly [rule: string, text: string])[] = [
  ["status-conflict", "## Keys (✅ Complete)\n- [x] Staging\n- [ ] Live\n"],
  [
    "totals-do-not-add",
    "| Sprint | Points |\n|---|---|\n| One | 13 |\n| Two | 18 |\n| Three | 13 |\n| **Total** | 39 |\n",
  ],
  ["weekday-date", "**Launch:** Friday, April 25, 2026\n"],
  ["anchor-broken", "- [Goals](#goals)\n\n## 🎯 Goals\n"],
  ["broken-markdown", "**Issue #7**: Blocks\n**Status**: open\n"],
  ["state-conflict", "# Roadmap\n\n## Tasks\n- [ ] #4 Parser\n\n## Complete (1)\n- #4 Parser\n"],
  [
    "title-drift",
    "## Sprint 1: Fast Menu of Files\n\n## Sprint 2: Help Pages\n\n| # | Sprint |\n|---|---|\n| 1 | Fast Menu |\n| 2 | Help Pages |\n",
  ],
  ["placeholder-row", "| Week | Aim |\n|---|---|\n| 1 | 5 |\n| … | … |\n"],
  ["arithmetic", "**Warnings:** 1/12 (100%)\n"],
];

describe("what a corpus of real plans taught", () => {
  test.each(right)("%s", (_, text) => {
    expect(findingsIn(text)).toEqual([]);
  });

  test.each(wrong)("%s is found", (rule, text) => {
    expect(findingsIn(text)).toEqual([expect.stringMatching(new RegExp(`^${rule} @`))]);
  });

  test("at most one finding in twenty is false on the plans that the rules were made on", () => {
    const { all, wrong } = readCorpusRates("tightened-on").before;
    expect(wrong * 20).toBeLessThanOrEqual(all);
  });

  test("the page of the rules states the rates of the plans that they had not met", () => {
    const page = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
    const file = new URL("../cases/lint/corpus-labels.json", import.meta.url);
    const { labels } = JSON.parse(readFileSync(file, "utf8"));
    const fresh = labels.filter(({ set }: { set: string }) => set === "fresh");
    const wrong = fresh.filter(({ verdict }: { verdict: string }) => verdict === "false");
    const mended = fresh.filter(({ mended }: { mended?: true }) => mended === true);
    expect(wrong).toEqual(expect.arrayContaining(mended));
    expect(page.replace(/\s+/g, " ")).toContain(
      `Of ${fresh.length} findings ${wrong.length} were false`,
    );
    expect(page.replace(/\s+/g, " ")).toContain(
      `${wrong.length - mended.length} of ${fresh.length - mended.length} are false now`,
    );
  });
});
