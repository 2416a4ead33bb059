import { readFileSync } from "node:fs";
import { describe, expect, test } from "#test";
import { metSets } from "../../src/cli/docs/lint-rates.ts";
import { lintDocument } from "../../src/lint/lint-document.ts";
import { item, plan } from "../domain/project-builder.ts";
import { findingsIn } from "./expected-findings.ts";

describe("#1 and #2, listed twice", () => {
  const twoStates =
    "## Open\n- [ ] #1 Parser\n- [ ] #2 Printer\n\n## Phase 1\n- [x] #1 Parser\n- [x] #2 Printer\n";

  test("are issues where they have the same names", () => {
    expect(findingsIn(twoStates)).toEqual(["state-conflict @2: 2 6", "state-conflict @3: 3 7"]);
  });

  test("are issues where they have no names", () => {
    expect(findingsIn(twoStates.replaceAll(/ P\w+$/gm, ""))).toHaveLength(2);
  });

  test("are issues where one of several was renamed", () => {
    const open = "## Open\n- [ ] #1 Parser\n- [ ] #2 Printer\n- [ ] #3 Menu\n";
    const done = "\n## Phase 1\n- [x] #1 Reader\n- [x] #2 Printer\n- [x] #3 Menu\n";
    expect(findingsIn(open + done)).toHaveLength(3);
  });

  test("are counted twice where two phases list them as open", () => {
    const text =
      "## Phase 1\n- [ ] #1 Parser\n- [ ] #2 Printer\n\n## Phase 2\n- [ ] #1 Parser\n- [ ] #2 Printer\n";
    expect(findingsIn(text)).toEqual(["issue-listed-twice @2: 2 6", "issue-listed-twice @3: 3 7"]);
  });

  test("drift where a name is hardly the same", () => {
    const text =
      "## Now\n- #1 Rounded corners of windows\n- #2 Printer\n\n## Later\n- #1 Dark windows at night\n- #2 Printer\n";
    expect(findingsIn(text)).toEqual(["title-drift @2: 2 6"]);
  });

  const ownLists =
    "## Open\n- [ ] #1 Menu\n- [ ] #2 Tests\n\n## Done\n- [x] #1 Keys\n- [x] #2 Tests\n";

  test("are the document's own where they name other things, of which one may be called the same", () => {
    expect(findingsIn(ownLists)).toEqual([]);
  });

  test("are issues all the same where GitHub has such issues", () => {
    const against = plan([item(1), item(2)]);
    const found = lintDocument({ path: "plan.md", text: ownLists }, against).findings;
    const lines = found.filter(({ rule }) => rule === "state-conflict").map(({ line }) => line);
    expect(lines).toEqual([2, 3]);
  });
});

const moved =
  "## 2. Storage\n\n**Moved to M3:** #4, #5\n\n## Out of scope\n\n**Moved to M3:** #4\n";
const twice = "## Done\n- [x] #4 Parser\n\n## 2. Storage\n- [ ] #4 Parser\n";

describe("what is open under a title", () => {
  test.each([
    "2. Marketplace",
    "2. Separate storage",
    "1. Decide the format",
    "4. Octokit upgrade",
    "Decision 3",
    "Log in and sign up",
    "Timeline view",
    "History of edits",
    "Day 1 experience",
  ])("“%s” is open now", (title) => {
    expect(findingsIn(twice.replace("2. Storage", title))).toEqual(["state-conflict @2: 2 5"]);
    expect(findingsIn(moved.replace("2. Storage", title))).toEqual(["list-drift @3: 3 7"]);
  });

  test.each([
    "2 March",
    "Mar. 3",
    "Sept 14",
    "14. December 2025",
    "2026-05",
    "Day 3",
    "Day 3 of 5",
    "Day 2: results",
    "Week 4 tasks",
    "📜 Work log",
    "Change log (older)",
    "History: how it went",
    "Snapshot 2026",
    "Previous sessions",
  ])("“%s” was open then", (title) => {
    expect(findingsIn(twice.replace("2. Storage", title))).toEqual([]);
    expect(findingsIn(moved.replace("2. Storage", title))).toEqual([]);
  });
});

describe("the last row of a table", () => {
  const table = (heading: string) =>
    `| Part | ${heading} |\n|---|---|\n| One | 13 |\n| Two | 18 |\n| Three | 13 |\n| **Total** | 39 |\n`;

  test.each([
    "Frontend",
    "Backend",
    "Generated",
    "Admin",
    "Updated",
    "Paid",
    "Often",
    "Profile",
    "Profiles",
    "Migrated",
    "Validated",
  ])("adds up a column “%s”", (heading) => {
    expect(findingsIn(table(heading))).toEqual(["totals-do-not-add @6: 3 4 5 6"]);
  });

  test.each([
    "End",
    "Start date",
    "Rate",
    "Error rates",
    "Min",
    "ID",
    "FTE",
    "Files changed",
    "Percentage",
    "# of keys",
    "Time %",
    "p95",
    "No. 2",
    "Maximum",
    "Ranking",
    "Team",
  ])("does not add up a column “%s”", (heading) => {
    expect(findingsIn(table(heading))).toEqual([]);
  });
});

describe("under what is complete", () => {
  const phase = (task: string) => `## Phase 1: complete\n- [x] Keys\n- [ ] ${task}\n`;

  test.each([
    "Migrate the user options table",
    "Write the skip list for the parser",
    "Skip links for keyboards",
    "Show files moved by others",
    "Refuse future dates in the form",
    "Take later versions of the file",
    "Sprint 2 board has filters",
    "Stretch images to the page width",
    "Option to hide the menu",
  ])("“%s” is expected", (task) => {
    expect(findingsIn(phase(task))).toEqual(["status-conflict @1: 1 3"]);
  });

  test.each([
    "Rotation (optional)",
    "Rotation (can be skipped on staging)",
    "Rotation — deferred until spring",
    "Rotation - moved to phase 3",
    "Rotation → Sprint 4",
    "Rotation, later",
    "Rotation deferred to the spring release",
    "Optional rotation of keys",
    "**Stretch goal:** rotation",
    "[Future] Rotation",
    "*Later:* rotation",
    "~~Rotation~~",
    "轮换（可选）",
  ])("“%s” is left out", (task) => {
    expect(findingsIn(phase(task))).toEqual([]);
  });

  test.each(["**Not yet** complete", "**Not fully** completed", "not yet fully complete"])(
    "“%s” is not meant",
    (state) => {
      expect(findingsIn(`## Phase 1: ${state}\n- [x] Keys\n- [ ] Menu\n`)).toEqual([]);
    },
  );
});

describe("a count", () => {
  const boxes = "- [x] Keys\n- [ ] Menu\n- [ ] Help\n";

  test("may have a zero in front", () => {
    expect(findingsIn(`## Work\n\n### Parser (05/10)\n${boxes.repeat(3)}`)).toEqual([
      "count-vs-list @3: 3 4 5 6 7 8 9 10 11 12",
    ]);
  });

  test.each(["05/10 — Parser", "**01/08 — Parser**", "Parser (05/08)"])(
    "is not the day of “%s”",
    (title) => {
      expect(findingsIn(`## Work\n\n### ${title}\n${boxes}`)).toEqual([]);
    },
  );

  test("is not looked for within a longer number", () => {
    const title = "Build (11/3), Parser (2/3)";
    expect(findingsIn(`## Work\n\n### ${title}\n${boxes}`)).toEqual(["count-vs-list @3: 3 4 5 6"]);
  });

  test("is the one that it is of two that look the same", () => {
    const title = "Step (2/3): Parser (2/3)";
    expect(findingsIn(`## Work\n\n### ${title}\n${boxes}`)).toEqual(["count-vs-list @3: 3 4 5 6"]);
  });
});

describe("the page of the rules", () => {
  const page = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
  const file = new URL("../cases/lint/corpus-labels.json", import.meta.url);
  interface Label {
    readonly set: string;
    readonly rule: string;
    readonly verdict: string;
    readonly mended?: true;
  }
  const labels: readonly Label[] = JSON.parse(readFileSync(file, "utf8")).labels;
  const ofForm = ["anchor-broken", "broken-markdown"];

  test.each(metSets)(
    "tells of the %s set how often what is neither links nor paragraphs was false, and what was lost",
    (name) => {
      const found = labels.filter(({ set, rule }) => set === name && !ofForm.includes(rule));
      const right = found.filter(({ verdict }) => verdict === "true");
      const lost = right.filter(({ mended }) => mended === true);
      const wrong = found.length - right.length;
      const share = Math.round((wrong / Math.max(found.length, 1)) * 100);
      expect(page).toContain(
        `| ${found.length} | ${wrong} (${share}%) | ${lost.length} of ${right.length} |\n`,
      );
    },
  );
});
