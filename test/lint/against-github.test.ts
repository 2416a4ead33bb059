/**
 * The rules that compare a document with GitHub. In the small plan, M1 holds 1 and 2, which are done, 3, which is in
 * progress, 4, which is ready, and 7, an epic; 8 is a duplicate and 11 dropped. 9 is done in M2. 10, 11 and 12 wait
 * for 4; 10 is done all the same, and so is 12, which waits for an open issue elsewhere, too. 13 waited for 1 alone.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "#test";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { fixDocument } from "../../src/lint/fix-document.ts";
import { lintDocument } from "../../src/lint/lint-document.ts";
import { rules } from "../../src/lint/rules/registry.ts";
import { keepDocumentTrue } from "../../src/live/live-document.ts";
import { apply, eventWalk, modelProject } from "../domain/model-project.ts";
import { done, item, milestone, plan, today } from "../domain/project-builder.ts";
import { changedLines } from "../live/changed-lines.ts";

const document = readFileSync(
  new URL("../cases/plans/m2-data-foundations.md", import.meta.url),
  "utf8",
);
const online = new Set(rules.filter(({ offline }) => !offline).map(({ id }) => id));

/** "rule @line, line" of what was found against GitHub. */
function foundIn(text: string, against: Plan): readonly string[] {
  return lintDocument({ path: "plan.md", text }, against)
    .findings.filter(({ rule }) => online.has(rule))
    .map(({ rule, lines }) => `${rule} @${lines.join(", ")}`);
}

describe("the plan of a milestone, 39 of 50 done, against GitHub", () => {
  const model = derivePlan(modelProject, today);

  test("differs where its authors lost track, and nowhere else", () => {
    expect(foundIn(document, model)).toEqual([
      "range-swallows-open @21", // #289-298 ✅, and #293 is open
      "count-differs @25", // 3/3, and the epic #69 is open
      "state-differs @27", // #69 ✅
      "range-swallows-open @43", // as line 21
      "state-differs @60", // [x] #310
      "count-differs @74", // 0/1, and #298 is closed
      "state-differs @74", // 📋 #298
      "state-differs @84", // #297 and #298 stand in what is 0/5 done
      "state-differs @84",
      "milestone-differs @90", // #154-156 moved to M4, and they are in M5
      "milestone-differs @91",
      "milestone-differs @92",
      "milestone-differs @139", // #411 moved to M3, and it is in M2
      "state-differs @180", // #69 among what is complete
      "count-differs @194", // groups with other issues than there are: 9, 12, 4 and 2
      "count-differs @195",
      "count-differs @196",
      "count-differs @197",
    ]);
  });

  test("has lines found wherever live mode would change them, at each step until all is done", () => {
    let project = modelProject;
    for (const step of [null, ...eventWalk]) {
      project = step ? apply(project, step) : project;
      const now = derivePlan(project, today);
      const kept = new TextDecoder().decode(
        keepDocumentTrue(new TextEncoder().encode(document), now, 2).document,
      );
      const changed = changedLines(document, kept).split("\n").map(Number.parseFloat);
      const found = lintDocument({ path: "plan.md", text: document }, now).findings;
      const told = new Set(
        found.filter(({ rule }) => online.has(rule)).flatMap(({ lines }) => lines),
      );
      // Whether open work has begun is said by labels, which many projects don't set: that is no contradiction.
      const onlyBegun = 73;
      expect(changed.filter((line) => line !== onlyBegun && !told.has(line))).toEqual([]);
    }
  });

  test("is corrected in the boxes that differ, and then has none of these findings", () => {
    const fixed = fixDocument({ path: "plan.md", text: document }, model);
    const offline = fixDocument({ path: "plan.md", text: document }, null);
    expect(changedLines(offline.text, fixed.text)).toBe(
      "60 | [ ] #310 Epic: Telemetry Consolidation & Event Enrichment (parent tracking issue)  ",
    );
    expect(foundIn(fixed.text, model)).toEqual(
      foundIn(document, model).filter((finding) => finding !== "state-differs @60"),
    );
    expect(fixDocument({ path: "plan.md", text: fixed.text }, model).text).toBe(fixed.text);
  });
});

const engine = { milestone: 1, dimensions: { cluster: "Engine" } };
const elsewhere = "o/other#3" as const;

const small = plan(
  [
    ...[done(1, engine), done(2, engine), item(3, { milestone: 1, isInProgress: true })],
    ...[item(4, engine), item(7, { milestone: 1, isTracker: true })],
    ...[item(8, { milestone: 1, resolution: "duplicate" }), done(9, { milestone: 2 })],
    ...[done(10, { waitsFor: [4] }), item(11, { resolution: "dropped", waitsFor: [4] })],
    ...[done(12, { waitsFor: [elsewhere, 4] }), done(13, { waitsFor: [1] })],
  ],
  [
    milestone(1, { title: "M1 Base" }),
    milestone(2, { title: "M2 More" }),
    milestone(10, { title: "M10 Last" }),
  ],
  {
    foreign: new Map([
      [elsewhere, { reference: elsewhere, title: "Theirs", url: null, state: "open" as const }],
    ]),
  },
);

const differing: readonly (readonly [string, string, readonly string[]])[] = [
  ["a ticked box of an open issue", "- [x] #4 a", ["state-differs @1"]],
  ["an empty box of a closed issue", "- [ ] #1 a", ["state-differs @1"]],
  ["an empty box of a duplicate", "- [ ] #8 a", ["state-differs @1"]],
  ["a mark of an open issue", "- ✅ #4 a", ["state-differs @1"]],
  ["one of two behind a ticked box", "- [x] #1, #4 a", ["state-differs @1"]],
  ["a closed issue in what remains", "**Remaining:** #1, #4", ["state-differs @1"]],
  ["the status of a milestone", "# M1 Base – Plan\n\n> **Status:** 1/5", ["count-differs @3"]],
  ["the percentage alone", "# M1 Base\n\n> **Status:** 2/5 (30%)", ["count-differs @3"]],
  ["what remains", "# M1: the plan\n\n**Remaining:** 2 issues", ["count-differs @3"]],
  ["a group by its name", "# M1 Base\n\n- Engine: 3/3", ["count-differs @3"]],
  ["progress under a milestone's heading", "## M1 Base\n\n**Progress:** 1/4", ["count-differs @3"]],
  ["what is listed under a count", "## Parser (1/2)\n- #1\n- #2", ["count-differs @1"]],
  ["an issue moved elsewhere", "**Moved to M1:** #9", ["milestone-differs @1"]],
  ["an issue moved nowhere", "**Moved to M10:** #13", ["milestone-differs @1"]],
  ["open issues in a range of what is done", "**Complete:** #1-4 ✅", ["range-swallows-open @1"]],
  ["a range behind a box", "- [x] #1-3 all", ["range-swallows-open @1"]],
  ["a number that is none, once for all places", "- [ ] #99\n- #99", ["dangling-ref @1, 2"]],
  ["a closed issue that waits", "- [x] #10", ["closed-with-open-blocker @1"]],
];

const agreeing: readonly (readonly [string, string])[] = [
  ["boxes that are right", "- [x] #1\n- [ ] #4\n- [x] #8\n- [x] #11"],
  ["work that is said to have begun", "- 🔨 #4 a\n- 📋 #3 b"],
  ["an issue that is only mentioned", "- [x] Review #4 once more\n- [ ] Write to those of #1"],
  ["issues of other repositories", "- [x] o/other#4\n- [ ] o/other#1"],
  ["code, quotes and what is struck out", "```\n- [ ] #1\n```\n\n> - [ ] #1\n\n- ~~[ ] #1~~"],
  [
    "a region, which the next sync renders",
    "<!-- milepost:ready -->\n- [ ] #1\n- #99\n<!-- milepost:end -->",
  ],
  ["a line to keep", "- [ ] #1 <!-- milepost:keep -->"],
  ["a part to keep", "## Then (0/1) <!-- milepost:keep -->\n\n- [ ] #1\n\n**Moved to M1:** #9"],
  ["counts that are right", "# M1 Base\n\n> **Status:** 2/5 (40%)\n\n- Engine: 2/3"],
  ["a count of what is ready", "## Parser (0/2 ready)\n- [x] #1\n- [ ] #4"],
  ["a count of more than is listed", "## Parser (3/9)\n- #1\n- #2"],
  ["progress of a part with tasks of its own", "# M1 Base\n\n## Parser\n\n**Progress:** 1/2 tasks"],
  ["a status of it is not said what", "# Plan\n\n> **Status:** 1/9"],
  ["a range that is done", "**Complete:** #1-2 ✅"],
  ["a range that is not said to be done", "- #1-4"],
  ["a move that has happened", "**Moved to M2:** #9"],
  ["a move to what is no milestone", "**Moved to M7:** #9"],
  ["a closed issue whose blocker is closed", "- [x] #13"],
  ["a dropped issue that waits", "- [x] #11"],
];

describe("against GitHub", () => {
  test.each(differing)("%s is found", (_, text, expected) => {
    expect(foundIn(`${text}\n`, small)).toEqual(expected);
  });

  test.each(agreeing)("%s is no finding", (_, text) => {
    expect(foundIn(`${text}\n`, small)).toEqual([]);
  });

  test.each(differing)("what is fixed of %s is found no more, and stays as it is", (_, text) => {
    const source = { path: "plan.md", text: `${text}\n` };
    const { findings } = lintDocument(source, small);
    const { text: after, report } = fixDocument(source, small);
    const fixable = findings.filter(({ edits = [] }) => edits.length > 0);
    expect(report.findings).toHaveLength(findings.length - fixable.length);
    expect(fixDocument({ ...source, text: after }, small).text).toBe(after);
  });

  test("an open blocker is named, wherever it is", () => {
    const [finding] = lintDocument({ path: "plan.md", text: "- [x] #12\n" }, small).findings;
    expect(finding?.message).toContain(
      "#12 is closed, but o/other#3 and #4, which it waits for, are open.",
    );
  });

  test("broken markers leave counts alone, which may be Milepost's", () => {
    const text = "# M1 Base\n\n<!-- milepost:ready -->\n\n- Engine: 3/3\n";
    expect(foundIn(text, small)).toEqual([]);
  });
});
