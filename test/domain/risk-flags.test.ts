import { describe, expect, test } from "#test";
import { done, item, milestone, milestoneOf, milestonePlan, plan } from "./project-builder.ts";

const inCluster = (cluster: string) => ({ dimensions: { cluster } });

describe("risk flags", () => {
  test.each([
    ["2025-11-09", [{ kind: "overdue", dueOn: "2025-11-09", days: 1 }]],
    ["2025-11-10", []],
    [null, []],
  ] as const)("say that a milestone due on %p is overdue: %p", (dueOn, expected) => {
    expect(milestonePlan([item(1)], { dueOn }).riskFlags).toEqual(expected);
  });

  test("name the open issues that other milestones need", () => {
    const derived = plan(
      [item(1, { milestone: 1 }), done(2, { milestone: 1 })],
      [milestone(1), milestone(3, { needsIssues: [1, 2] })],
    );
    expect(milestoneOf(derived, 1).riskFlags).toEqual([
      { kind: "milestone-blocker", item: 1, milestones: [3] },
    ]);
  });

  test("name groups of three and more without progress, and never the rest", () => {
    const rest = [done(1), item(2), item(3), item(4)];
    const two = [item(5, inCluster("A")), item(6, inCluster("A"))];
    const zero = (items: Parameters<typeof milestonePlan>[0]) =>
      milestonePlan(items).riskFlags.filter((flag) => flag.kind === "zero-progress");
    expect(zero([...rest, ...two])).toEqual([]);
    expect(zero([...rest, ...two, item(7, inCluster("A"))])).toEqual([
      { kind: "zero-progress", group: "A", dimension: "cluster", total: 3 },
    ]);
    expect(zero([...rest, ...two, done(7, inCluster("A"))])).toEqual([]);
  });

  test("say where two thirds of the open work are in one group, trackers aside", () => {
    const focus = (...items: Parameters<typeof milestonePlan>[0]) =>
      milestonePlan([done(9, inCluster("A")), ...items]).riskFlags;
    const a = [item(1, inCluster("A")), item(2, inCluster("A"))];
    expect(focus(...a, item(3), item(4, { isTracker: true }))).toEqual([
      { kind: "focused-scope", group: "A", dimension: "cluster", open: 2, of: 3 },
    ]);
    expect(focus(...a, item(3), item(4))).toEqual([]);
    expect(focus(...a)).toEqual([]);
  });

  test("say that several wait for the first, and how many stages there are", () => {
    const items = [item(1), item(2, { waitsFor: [1] }), item(3, { waitsFor: [1] })];
    const [sequential, ...others] = milestonePlan(items).riskFlags;
    expect(sequential).toMatchObject({ kind: "sequential", first: 1 });
    expect(sequential).toHaveProperty("then", [2, 3]);
    expect(others).toEqual([{ kind: "length", sizes: [1, 2] }]);
    expect(milestonePlan(items.slice(0, 2)).riskFlags).toEqual([{ kind: "length", sizes: [1, 1] }]);
  });

  test("are none for a milestone that is complete or closed", () => {
    const dueOn = "2025-01-01";
    expect(milestonePlan([done(1)], { dueOn }).riskFlags).toEqual([]);
    expect(milestonePlan([item(1)], { dueOn, isClosed: true }).riskFlags).toEqual([]);
  });
});

describe("priorities", () => {
  test("are no part of the work, so nothing is flagged for one", () => {
    const high = { dimensions: { priority: "high" } };
    const derived = plan(
      [1, 2, 3, 4].map((number) => item(number, high)),
      [milestone(1)],
      { rules: { unit: "issues", countEpics: true, dimensions: ["priority"] } },
    );
    expect(milestoneOf(derived, 1).riskFlags).toEqual([]);
  });
});
