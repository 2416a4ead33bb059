import { describe, expect, test } from "#test";
import { sortFindings, withFindings } from "../../src/domain/findings.ts";
import type { Finding, ForeignIssue, WorkItem } from "../../src/domain/project.ts";
import { done, item, milestone, plan } from "./project-builder.ts";

const dropped = (number: number) => item(number, { resolution: "dropped" });
const messages = (...facts: Parameters<typeof plan>) =>
  plan(...facts).findings.map((finding) => `${finding.rule}: ${finding.message}`);

function elsewhere(state: ForeignIssue["state"]): Map<"o/x#1", ForeignIssue> {
  return new Map([["o/x#1", { reference: "o/x#1", title: null, url: null, state }]]);
}

describe("a cycle", () => {
  test("of two and of one is named along the way", () => {
    const items = [
      item(4, { waitsFor: [2] }),
      item(2, { waitsFor: [4] }),
      item(7, { waitsFor: [7] }),
    ];
    expect(messages(items)).toMatchInlineSnapshot(`
[
  "dependency-cycle: #2 and #4 wait for each other, so none of them can start: #2 waits for #4 waits for #2. Remove one of these dependencies.",
  "dependency-cycle: #7 waits for itself. Remove that dependency.",
]
`);
  });

  test("is named as a loop that exists, also where its first member only leads into it", () => {
    const items = [
      item(1, { waitsFor: [2] }),
      item(2, { waitsFor: [3] }),
      item(3, { waitsFor: [2, 4] }),
      item(4, { waitsFor: [1] }),
    ];
    expect(messages(items)).toMatchInlineSnapshot(`
[
  "dependency-cycle: #1, #2, #3 and #4 wait for each other, so none of them can start: #2 waits for #3 waits for #2. Remove one of these dependencies.",
]
`);
  });

  test("of thousands still has a message that fits", () => {
    const size = 5000;
    const ring = Array.from({ length: size }, (_, index) =>
      item(index + 1, { waitsFor: [index === 0 ? size : index] }),
    );
    const [finding] = plan(ring).findings;
    expect(finding?.issues).toHaveLength(size);
    expect(finding?.message).toMatchInlineSnapshot(
      `"#1, #2, #3, #4, #5, #6, #7, #8, #9, #10 and 4990 more wait for each other, so none of them can start: #1 waits for #5000 waits for #4999 waits for #4998 waits for #4997 waits for #4996 waits for #4995 waits for #4994 waits for #4993 waits for #4992 waits for 4990 more waits for #1. Remove one of these dependencies."`,
    );
  });

  test("is none where a member is closed", () => {
    expect(messages([item(1, { waitsFor: [2] }), done(2, { waitsFor: [1] })])).toEqual([
      expect.stringMatching("closed-with-open-blocker"),
    ]);
  });
});

describe("a blocker closed as not planned", () => {
  test("is named with those that waited for it", () => {
    const items = [dropped(1), item(2, { waitsFor: [1] }), item(3, { waitsFor: [1] })];
    expect(messages(items)).toMatchInlineSnapshot(`
[
  "blocker-not-planned: #1 was closed as not planned, so #2 and #3 no longer wait for it. If that is right, remove the dependency; if not, reopen #1.",
]
`);
    expect(messages(items.slice(0, 2))).toMatchInlineSnapshot(`
[
  "blocker-not-planned: #1 was closed as not planned, so #2 no longer waits for it. If that is right, remove the dependency; if not, reopen #1.",
]
`);
  });

  test("is named when it is elsewhere", () => {
    const found = plan([item(2, { waitsFor: ["o/x#1"] })], [], { foreign: elsewhere("dropped") });
    expect(found.findings).toMatchObject([{ issues: ["o/x#1", 2], severity: "warning" }]);
  });

  test("is no matter for those that are closed too", () => {
    expect(messages([dropped(1), done(2, { waitsFor: [1] })])).toEqual([]);
  });
});

describe("a closed issue with an open blocker", () => {
  const inOne = (facts: Partial<WorkItem>) => ({ milestone: 1, ...facts });

  test("is named, together with others that have the same", () => {
    const items = [
      item(408, { milestone: 1 }),
      done(404, { waitsFor: [408], ...inOne({}) }),
      done(405, { waitsFor: [408], ...inOne({}) }),
    ];
    expect(messages(items, [milestone(1)])).toMatchInlineSnapshot(`
[
  "closed-with-open-blocker: #404 and #405 are closed, but #408, which they waited for, is open. Close #408, or remove the dependency.",
]
`);
    expect(messages(items.slice(0, 2), [milestone(1)])).toMatchInlineSnapshot(`
[
  "closed-with-open-blocker: #404 is closed, but #408, which it waited for, is open. Close #408, or remove the dependency.",
]
`);
  });

  test("is named where there are no milestones, and not outside of them where there are", () => {
    const items = [item(1), done(2, { waitsFor: [1] })];
    expect(messages(items)).toHaveLength(1);
    expect(messages(items, [milestone(1)])).toEqual([]);
  });

  test("is no finding when it was dropped or a duplicate", () => {
    const items = [
      item(1),
      item(2, { waitsFor: [1], resolution: "dropped" }),
      item(3, { waitsFor: [1], resolution: "duplicate" }),
    ];
    expect(messages(items)).toEqual([]);
  });

  test.each([
    ["open", 1],
    ["unknown", 0],
    ["completed", 0],
  ] as const)("that is elsewhere and %s makes %p findings", (state, count) => {
    const facts = { foreign: elsewhere(state) };
    expect(messages([done(2, { waitsFor: ["o/x#1"] })], [], facts)).toHaveLength(count);
  });
});

describe("milestones", () => {
  test("that need each other are named, those that only need them are not", () => {
    const milestones = [
      milestone(1, { title: "Base", needsMilestones: [3] }),
      milestone(2, { needsMilestones: [1] }),
      milestone(3, { title: "Top", needsMilestones: [1] }),
      milestone(4, { needsMilestones: [4] }),
    ];
    expect(messages([], milestones)).toMatchInlineSnapshot(`
[
  "milestone-cycle: The milestones "Base" and "Top" need each other, so none of them can begin. Remove one of them from "Needs:" in another's description.",
]
`);
    const many = Array.from({ length: 9 }, (_, index) =>
      milestone(index + 1, { needsMilestones: [((index + 1) % 9) + 1] }),
    );
    expect(messages([], many)).toMatchInlineSnapshot(`
[
  "milestone-cycle: The milestones "M1", "M2", "M3", "M4", "M5" and 4 more need each other, so none of them can begin. Remove one of them from "Needs:" in another's description.",
]
`);
  });

  test("do not need each other once one of them is closed or done", () => {
    const items = [done(1, { milestone: 1 })];
    const one = milestone(1, { needsMilestones: [2] });
    expect(messages(items, [one, milestone(2, { needsMilestones: [1] })])).toEqual([]);
    const closed = milestone(2, { needsMilestones: [1], isClosed: true });
    expect(messages([], [one, closed])).toEqual([]);
  });
});

describe("a milestone", () => {
  test("that is closed with open issues is named", () => {
    const closed = [milestone(1, { title: "M1 Base", isClosed: true })];
    const items = [item(1, { milestone: 1 }), item(2, { milestone: 1 })];
    expect(messages(items, closed)).toMatchInlineSnapshot(`
[
  "milestone-closed-with-open-issues: The milestone "M1 Base" is closed, but 2 issues in it are open: close or move them, or reopen the milestone.",
]
`);
    expect(messages(items.slice(1), closed)).toMatchInlineSnapshot(`
[
  "milestone-closed-with-open-issues: The milestone "M1 Base" is closed, but 1 issue in it is open: close or move it, or reopen the milestone.",
]
`);
  });

  test("with epics that have no open work left in it says which", () => {
    const items = [
      item(1, { milestone: 1, isTracker: true }),
      item(2, { milestone: 1, isTracker: true }),
      done(3, { milestone: 1, parent: 1 }),
      item(4, { milestone: 2, parent: 1 }),
      item(5, { milestone: 1, isTracker: true }),
      item(6, { milestone: 1, parent: 5 }),
    ];
    expect(messages(items, [milestone(1), milestone(2)])).toMatchInlineSnapshot(`
[
  "epic-without-open-work: #1 and #2 are epics with no open work left in "M1". Close or move them, or the milestone can't be completed.",
]
`);
    expect(messages(items.slice(1, 2), [milestone(1)])).toMatchInlineSnapshot(`
[
  "epic-without-open-work: #2 is an epic with no open work left in "M1". Close or move it, or the milestone can't be completed.",
]
`);
  });
});

describe("the fix of a blocker closed as not planned", () => {
  const fixes = (...items: readonly WorkItem[]) =>
    plan(items).findings.flatMap(({ fix }) => fix ?? []);

  test("can be taken off by one command, for all that wait", () => {
    expect(fixes(dropped(1), item(2, { waitsFor: [1] }), item(3, { waitsFor: [1] }))).toEqual([
      { label: "Remove the dependency of #2, #3 on #1", command: "/unblock #1 on #2, #3" },
    ]);
  });

  test("cannot where only words in a body say it", () => {
    const words = { ...item(2), dependencies: [{ on: 1, origin: "text" }] } as const;
    expect(fixes(dropped(1), words)).toEqual([]);
  });
});

describe("findings", () => {
  const finding = (facts: Partial<Finding>): Finding => ({
    rule: "a",
    severity: "warning",
    issues: [],
    milestone: null,
    message: "",
    ...facts,
  });

  test("come with errors first, then by rule and issue, in whatever order they were found", () => {
    const sorted = [
      finding({ severity: "error", rule: "z" }),
      finding({ rule: "a", issues: [2] }),
      finding({ rule: "a", issues: [10] }),
      finding({ rule: "a", issues: ["o/x#1"] }),
      finding({ rule: "b", message: "1" }),
      finding({ rule: "b", message: "2" }),
      finding({ severity: "info", rule: "a" }),
    ];
    expect(sortFindings(sorted.toReversed())).toEqual(sorted);
  });

  test("of other rooms join those of the plan", () => {
    const derived = plan([item(7, { waitsFor: [7] })]);
    const more = finding({ severity: "error", rule: "config" });
    const rules = withFindings(derived, [more]).findings.map((one) => one.rule);
    expect(rules).toEqual(["config", "dependency-cycle"]);
    expect(withFindings(derived, [])).toBe(derived);
  });
});
