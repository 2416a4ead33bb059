import { describe, expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import { emptyNotebook } from "../../src/facts/notebook.ts";
import { milestoneOf, today } from "../domain/project-builder.ts";
import { observedIssue, observedMilestone } from "../engine/observation-builder.ts";
import { blocker, gather, messages, waiting } from "./gather.ts";

describe("an issue", () => {
  test.each([
    [{}, null],
    [{ stateReason: "reopened" }, null],
    [{ duplicateOf: 9 }, null],
    [{ state: "closed", stateReason: "completed" }, "completed"],
    [{ state: "closed" }, "completed"],
    [{ state: "closed", stateReason: "not_planned" }, "dropped"],
    [{ state: "closed", stateReason: "duplicate" }, "duplicate"],
    [{ state: "closed", stateReason: "not_planned", duplicateOf: 9 }, "duplicate"],
  ] as const)("that is %p has the resolution %p", (facts, resolution) => {
    expect(gather([observedIssue(1, facts)]).items.get(1)?.resolution).toBe(resolution);
  });

  test.each([
    [{}, false],
    [{ subIssueCount: 1 }, true],
    [{ issueType: "EPIC" }, true],
    [{ issueType: "Task" }, false],
    [{ labels: [{ id: "L", name: "Epic" }] }, true],
  ])("with %p is a tracker: %p", (facts, isTracker) => {
    expect(gather([observedIssue(1, facts)]).items.get(1)?.isTracker).toBe(isTracker);
  });

  test("is in progress while an open pull request will close it", () => {
    const project = gather([observedIssue(1, { linkedPullRequests: [5] }), observedIssue(2)]);
    expect([...project.items.values()].map((item) => item.isInProgress)).toEqual([true, false]);
  });

  test("that Milepost keeps is no work", () => {
    const issues = [observedIssue(1), observedIssue(2)];
    const project = gather(issues, {}, { ownIssues: new Set([1]) });
    expect([...project.items.keys()]).toEqual([2]);
  });

  test("is closed on a day of the plan's time zone", () => {
    const closed = observedIssue(1, { state: "closed", closedAt: "2025-11-10T23:30:00Z" });
    const config = { ...defaultConfig, timezone: "Europe/Berlin" };
    expect(gather([closed], {}, { config }).items.get(1)?.closedOn).toBe("2025-11-11");
  });
});

describe("a milestone", () => {
  test("carries what GitHub says and what its lines add", () => {
    const milestones = [
      observedMilestone(2, {
        title: "M2 Data",
        description: "Prose.\n\nStart: 2025-10-01\nNeeds: #5, M1\nNote: soon",
        dueOn: "2025-12-01T08:00:00Z",
        nativeOpen: 3,
        nativeClosed: 4,
      }),
      observedMilestone(1, { state: "closed", closedAt: "2025-09-01T00:00:00Z" }),
    ];
    const notebook = { ...emptyNotebook, milestones: { 2: ["M2 Data", "M2 Old"] } };
    const project = gather([observedIssue(5)], { milestones }, { notebook });
    expect(project.milestones).toMatchObject([
      {
        number: 2,
        earlierTitles: ["M2 Old"],
        isClosed: false,
        startOn: "2025-10-01",
        dueOn: "2025-12-01",
        closedOn: null,
        note: "soon",
        needsIssues: [5],
        needsMilestones: [1],
        native: { open: 3, closed: 4 },
      },
      { number: 1, isClosed: true, closedOn: "2025-09-01" },
    ]);
    expect(project.findings).toEqual([]);
  });

  test("says what in its needs fits nothing", () => {
    const description = "Needs: #77, Gamma";
    const open = [observedMilestone(3, { title: "M3", description })];
    const project = gather([], { milestones: open });
    expect(project.milestones[0]?.needsIssues).toEqual([]);
    expect(messages(project)).toMatchInlineSnapshot(`
[
  "The description of milestone "M3" says "Needs:", but "Gamma" is no milestone and no issue of this repository. Name an issue as #12, or a milestone by its number ("milestone 3"), key or title.",
  "The description of milestone "M3" says that it needs 77, which is no issue of this repository (a pull request, or deleted, or moved elsewhere). Correct the number or remove it.",
]
`);
    const closed = [observedMilestone(3, { description, state: "closed" })];
    expect(gather([], { milestones: closed }).findings).toEqual([]);
  });

  test("that needs an issue elsewhere waits for it, with a finding, unless its state is known", () => {
    const milestones = [observedMilestone(3, { title: "M3", description: "Needs: o/x#1" })];
    const unknown = gather([], { milestones });
    expect(milestoneOf(derivePlan(unknown, today), 3).state).toBe("blocked");
    expect(messages(unknown)).toMatchInlineSnapshot(`
[
  "The description of milestone "M3" says that it needs o/x#1. From its name alone its state can't be followed, so it counts as open: name an issue of this repository that is marked as blocked by it, or remove it.",
]
`);
    const known = gather([waiting(2, blocker("o/x#1", { state: "closed" }))], { milestones });
    expect(milestoneOf(derivePlan(known, today), 3).state).toBe("open");
    expect(known.findings).toEqual([]);
  });

  test("whose start is no day says so", () => {
    const milestones = [observedMilestone(3, { title: "M3", description: "Start: 13.1.2026" })];
    const project = gather([], { milestones });
    expect(project.milestones[0]?.startOn).toBeNull();
    expect(project.findings).toMatchInlineSnapshot(`
[
  {
    "issues": [],
    "message": "The description of milestone "M3" says "Start: 13.1.2026", which is no day. Write it as 2026-01-31.",
    "milestone": 3,
    "rule": "unreadable-date",
    "severity": "warning",
  },
]
`);
  });
});

describe("a blocker that the App may not even see", () => {
  const hidden = observedIssue(1, { hiddenBlockers: 1 });

  test("blocks, and is a finding that says what to do", () => {
    const project = gather([hidden, waiting(2, blocker(1))]);
    const plan = derivePlan(project, today);
    expect(plan.items.get(1)?.state).toBe("blocked");
    expect(messages(project)).toEqual([
      "#1 waits for an issue of a repository that Milepost may not read, so it counts as open. Install Milepost there too, or remove the dependency.",
    ]);
  });

  test("keeps an issue from being freed by its other blocker alone", () => {
    const other = observedIssue(3, { hiddenBlockers: 1, blockedBy: [blocker(4)] });
    const plan = derivePlan(gather([other, observedIssue(4)]), today);
    expect(plan.items.get(4)?.frees).toEqual([]);
  });
});
