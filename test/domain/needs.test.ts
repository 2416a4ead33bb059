import { describe, expect, test } from "#test";
import { done, item, milestone, milestoneOf, plan } from "./project-builder.ts";

const nothing = { named: [], direct: [], transitive: [], milestones: [] };

describe("what a milestone needs", () => {
  test("is the issues it names, and transitively what those wait for", () => {
    const derived = plan(
      [item(408), item(407, { waitsFor: [408] }), done(400)],
      [milestone(3, { needsIssues: [407, 400] })],
    );
    const three = milestoneOf(derived, 3);
    expect(three.needs).toEqual({
      named: [407],
      direct: [407],
      transitive: [407, 408],
      milestones: [],
    });
    expect(three.state).toBe("blocked");
  });

  test("is nothing once those are closed, whatever they waited for", () => {
    const derived = plan(
      [item(408), done(407, { waitsFor: [408] })],
      [milestone(3, { needsIssues: [407] })],
    );
    expect(milestoneOf(derived, 3)).toMatchObject({ needs: nothing, state: "open" });
  });

  test("is the open issues of the milestones it names, and those of theirs", () => {
    const derived = plan(
      [
        item(1, { milestone: 1 }),
        item(2, { milestone: 2 }),
        done(3, { milestone: 2 }),
        item(4, { milestone: 3 }),
      ],
      [
        milestone(1),
        milestone(2, { needsMilestones: [1] }),
        milestone(3, { needsMilestones: [2] }),
      ],
    );
    expect(milestoneOf(derived, 2).needs).toEqual({
      named: [],
      direct: [1],
      transitive: [1],
      milestones: [1],
    });
    expect(milestoneOf(derived, 3).needs).toEqual({
      named: [],
      direct: [2],
      transitive: [1, 2],
      milestones: [2],
    });
    expect(derived.activeMilestone).toBe(1);
  });

  test.each([
    ["is open and empty", { isClosed: false }, true],
    ["is closed and empty", { isClosed: true }, false],
  ])("includes a milestone that %s: %p", (_, facts, expected) => {
    const derived = plan([], [milestone(1, facts), milestone(2, { needsMilestones: [1] })]);
    expect(milestoneOf(derived, 2).needs.milestones).toEqual(expected ? [1] : []);
    expect(milestoneOf(derived, 2).state).toBe(expected ? "blocked" : "open");
  });

  test("includes a closed milestone while an issue in it is open", () => {
    const derived = plan(
      [item(1, { milestone: 1 })],
      [milestone(1, { isClosed: true }), milestone(2, { needsMilestones: [1] })],
    );
    expect(milestoneOf(derived, 2).needs.direct).toEqual([1]);
  });

  test("leaves out a milestone all of whose issues are done, and trackers that do not count", () => {
    const derived = plan(
      [done(1, { milestone: 1 }), item(2, { milestone: 1, isTracker: true })],
      [milestone(1), milestone(2, { needsMilestones: [1] })],
      { rules: { countEpics: false } },
    );
    expect(milestoneOf(derived, 2).needs).toEqual(nothing);
  });

  test("is found where milestones need each other, and by itself a milestone needs nothing", () => {
    const derived = plan(
      [item(1, { milestone: 1 }), item(2, { milestone: 2 }), item(3, { milestone: 3 })],
      [
        milestone(1, { needsMilestones: [2] }),
        milestone(2, { needsMilestones: [1] }),
        milestone(3, { needsMilestones: [3] }),
      ],
    );
    expect(milestoneOf(derived, 1).needs).toEqual({
      named: [],
      direct: [2],
      transitive: [1, 2],
      milestones: [2],
    });
    expect(milestoneOf(derived, 3).needs).toEqual(nothing);
  });

  test("is nothing for a closed milestone", () => {
    const derived = plan([item(1)], [milestone(2, { isClosed: true, needsIssues: [1] })]);
    expect(milestoneOf(derived, 2).needs).toEqual(nothing);
  });

  test("counts an issue elsewhere whose state is unknown as open", () => {
    const reference = "o/x#1" as const;
    const derived = plan([], [milestone(2, { needsIssues: [reference] })], {
      foreign: new Map([[reference, { reference, title: null, url: null, state: "unknown" }]]),
    });
    expect(milestoneOf(derived, 2).needs.direct).toEqual([reference]);
  });

  test("does not hold back a milestone that is complete", () => {
    const derived = plan(
      [item(1), done(2, { milestone: 2 })],
      [milestone(2, { needsIssues: [1] })],
    );
    expect(milestoneOf(derived, 2).state).toBe("complete");
  });
});
