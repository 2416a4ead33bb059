import { describe, expect, test } from "#test";
import { done, item, itemOf, milestone, plan } from "./project-builder.ts";

describe("the state of an issue", () => {
  test.each([
    ["ready", {}],
    ["in-progress", { isInProgress: true }],
    ["blocked", { waitsFor: [1] }],
    ["blocked", { waitsFor: [1], isInProgress: true }],
    ["on-hold", { isOnHold: true }],
    ["on-hold", { isOnHold: true, waitsFor: [1], isInProgress: true }],
    ["tracker", { isTracker: true, waitsFor: [1], isOnHold: true }],
    ["completed", { resolution: "completed", isTracker: true, isOnHold: true }],
    ["dropped", { resolution: "dropped", waitsFor: [1] }],
    ["duplicate", { resolution: "duplicate", isInProgress: true }],
    ["ready", { waitsFor: [3] }],
    ["ready", { waitsFor: [4] }],
    ["ready", { waitsFor: [99] }],
  ] as const)("is %s given %p", (state, facts) => {
    const derived = plan([item(1), item(2, facts), done(3), item(4, { resolution: "dropped" })]);
    expect(itemOf(derived, 2).state).toBe(state);
  });

  test("keeps that a blocked issue is in progress, so that both can be shown", () => {
    const two = itemOf(plan([item(1), item(2, { waitsFor: [1], isInProgress: true })]), 2);
    expect([two.state, two.isInProgress]).toEqual(["blocked", true]);
  });

  test("is blocked for all members of a cycle, and for those that wait for one", () => {
    const derived = plan([
      item(1, { waitsFor: [2] }),
      item(2, { waitsFor: [1] }),
      item(3, { waitsFor: [3] }),
      item(4, { waitsFor: [2] }),
    ]);
    const states = [...derived.items.values()].map((one) => [one.state, one.isInCycle]);
    expect(states).toEqual([
      ["blocked", true],
      ["blocked", true],
      ["blocked", true],
      ["blocked", false],
    ]);
  });
});

describe("what an issue means to others", () => {
  const items = [
    item(1),
    item(2, { waitsFor: [1] }),
    item(3, { waitsFor: [1, 9] }),
    item(4, { waitsFor: [2, 3] }),
    item(9),
  ];

  test("is whom it frees at once, and how many wait behind them", () => {
    const one = itemOf(plan(items), 1);
    expect(one.frees).toEqual([2]);
    expect(one.dependentCount).toBe(3);
  });

  test("is nothing once it is closed", () => {
    const one = itemOf(plan([done(1), ...items.slice(1)]), 1);
    expect([one.frees, one.dependentCount, one.openBlockers]).toEqual([[], 0, []]);
  });

  test("is which milestones need it, and which stand behind it", () => {
    const derived = plan(items, [
      milestone(7, { needsIssues: [4] }),
      milestone(5, { needsIssues: [2, 1] }),
      milestone(6, { needsIssues: [1], isClosed: true }),
    ]);
    const one = itemOf(derived, 1);
    expect([one.blocksMilestones, one.standsBefore]).toEqual([[5], [5, 7]]);
    expect(itemOf(derived, 4).blocksMilestones).toEqual([7]);
  });
});

describe("the progress of a tracker", () => {
  test("is over each descendant once, without duplicates and dropped ones", () => {
    const derived = plan([
      item(1, { isTracker: true }),
      item(2, { isTracker: true, parent: 1 }),
      done(3, { parent: 2 }),
      item(4, { parent: 2 }),
      item(5, { parent: 1, resolution: "duplicate" }),
      item(6, { parent: 1, resolution: "dropped" }),
      item(7, { parent: "o/other#1" }),
    ]);
    expect(itemOf(derived, 1).progress).toEqual({ done: 1, total: 3 });
    expect(itemOf(derived, 2).progress).toEqual({ done: 1, total: 2 });
    expect(itemOf(derived, 3).progress).toBeNull();
  });

  test("ends where parents go round in a circle", () => {
    const derived = plan([
      item(1, { isTracker: true, parent: 2 }),
      item(2, { isTracker: true, parent: 1 }),
    ]);
    expect(itemOf(derived, 1).progress).toEqual({ done: 0, total: 1 });
  });
});
