import { describe, expect, test } from "#test";
import { isNewlyComplete, summarise } from "../../src/domain/plan-summary.ts";
import { compareReferences, issueReference } from "../../src/domain/reference.ts";
import {
  done,
  item,
  itemOf,
  milestone,
  milestoneOf,
  milestonePlan,
  plan,
} from "./project-builder.ts";

describe("a plan", () => {
  test("lists milestones by due day, those without one last, then by number", () => {
    const derived = plan(
      [],
      [
        milestone(4),
        milestone(1),
        milestone(3, { dueOn: "2026-01-01" }),
        milestone(2, { dueOn: "2026-01-01" }),
        milestone(5, { dueOn: "2025-12-01" }),
      ],
    );
    expect(derived.milestones.map((one) => one.number)).toEqual([5, 2, 3, 1, 4]);
  });

  test("is active where the first open work is that nothing blocks, else where any is", () => {
    const items = [item(1, { milestone: 2 }), item(2, { milestone: 3 }), done(3, { milestone: 1 })];
    const needing = milestone(2, { needsIssues: [2] });
    expect(plan(items, [milestone(1), needing, milestone(3)]).activeMilestone).toBe(3);
    const closed = milestone(3, { isClosed: true });
    expect(plan(items, [milestone(1), needing, closed]).activeMilestone).toBe(2);
    expect(plan(items.slice(2), [milestone(1), milestone(4)]).activeMilestone).toBeNull();
  });

  test("totals what is in milestones, and everything where there are none", () => {
    const items = [done(1, { milestone: 1 }), item(2), item(3, { resolution: "duplicate" })];
    expect(plan(items, [milestone(1)]).totals.total.low).toBe(1);
    expect(plan(items).totals).toMatchObject({ total: { low: 2 }, percent: 50 });
  });

  test("is the same in whatever order the facts are read", () => {
    const items = [
      item(3, { waitsFor: [1, 2], milestone: 1 }),
      item(1, { waitsFor: [2], milestone: 1 }),
      item(2, { waitsFor: [1], milestone: 2 }),
    ];
    const milestones = [milestone(2, { needsMilestones: [1] }), milestone(1)];
    const there = plan(items.toReversed(), milestones.toReversed());
    expect(JSON.stringify([...there.items, there.milestones, there.findings])).toBe(
      JSON.stringify(
        (({ items, milestones, findings }) => [...items, milestones, findings])(
          plan(items, milestones),
        ),
      ),
    );
  });

  test("derives 20,000 issues in one chain and 20,000 in one cycle", () => {
    const size = 20_000;
    const numbers = Array.from({ length: size }, (_, index) => index + 1);
    const chain = numbers.map((one) =>
      item(one, { milestone: 1, waitsFor: one > 1 ? [one - 1] : [] }),
    );
    const { sequence, criticalPath, startHere, blocked } = milestoneOf(
      plan(chain, [milestone(1)]),
      1,
    );
    expect([sequence.length, criticalPath.length, blocked.length]).toEqual([size, size, size - 1]);
    expect(startHere).toBe(1);
    const ring = chain.map((one) =>
      one.number === 1 ? item(1, { milestone: 1, waitsFor: [size] }) : one,
    );
    const circular = plan(ring, [milestone(1)]);
    expect(circular.findings.map((one) => one.issues.length)).toEqual([size]);
    expect(itemOf(circular, 5).isInCycle).toBe(true);
  });
});

describe("a milestone of the plan", () => {
  test("puts every issue on the list of its state", () => {
    const found = milestonePlan([
      item(1),
      item(2, { waitsFor: [1] }),
      item(3, { isInProgress: true }),
      item(4, { isOnHold: true }),
      item(5, { isTracker: true }),
      done(6),
      item(7, { resolution: "dropped" }),
      item(8, { resolution: "duplicate" }),
    ]);
    expect(found).toMatchObject({
      counted: [1, 2, 3, 4, 5, 6],
      completed: [6],
      remaining: [1, 2, 3, 4, 5],
      ready: [1],
      blocked: [2],
      inProgress: [3],
      onHold: [4],
      trackers: [5],
      dropped: [7],
      duplicates: [8],
      state: "open",
    });
  });

  test("leaves trackers out of the count where the configuration says so", () => {
    const items = [item(1, { isTracker: true }), done(2)];
    const found = milestonePlan(items, {}, { rules: { countEpics: false } });
    expect(found).toMatchObject({ counted: [2], trackers: [1], state: "complete" });
    expect(milestonePlan(items)).toMatchObject({ counted: [1, 2], state: "open" });
  });

  test("is never complete with nothing in it", () => {
    expect(milestonePlan([])).toMatchObject({ state: "open", count: { percent: null } });
    expect(milestonePlan([item(1, { resolution: "dropped" })]).state).toBe("open");
  });

  test("lists what is open and has no estimate", () => {
    const items = [item(1), item(2, { points: 2 }), done(3), item(4, { resolution: "dropped" })];
    expect(milestonePlan(items, {}, { rules: { unit: "points" } }).unestimated).toEqual([1]);
    expect(milestonePlan(items).unestimated).toEqual([]);
  });

  test("takes the median for what has no estimate on the critical path", () => {
    const path = (points: number | null) => {
      const items = [
        item(1, { points }),
        item(2, { points: 1, waitsFor: [1] }),
        item(3, { points: 4 }),
        item(4, { points: 3, waitsFor: [5] }),
        item(5, { points: 2 }),
      ];
      const found = milestonePlan(items, {}, { rules: { unit: "points" } });
      return found.criticalPath.map((level) => level.members);
    };
    expect(path(5)).toEqual([[1], [2]]);
    expect(path(null)).toEqual([[5], [4]]);
  });

  test("weighs tasks by what is left of them", () => {
    const items = [
      item(1, { tasks: { done: 9, total: 10 } }),
      item(2, { tasks: { done: 0, total: 2 } }),
    ];
    const found = milestonePlan(items, {}, { rules: { unit: "tasks" } });
    expect(found.criticalPath).toEqual([{ members: [2] }]);
  });

  test("lets open blockers from elsewhere join the path, but not the sequence", () => {
    const derived = plan(
      [
        item(1, { milestone: 2 }),
        item(2, { milestone: 1, waitsFor: [1] }),
        item(3, { milestone: 1 }),
        item(4, { milestone: 2, waitsFor: [3] }),
      ],
      [milestone(1), milestone(2)],
    );
    const one = milestoneOf(derived, 1);
    expect(one.criticalPath).toEqual([{ members: [1] }, { members: [2] }]);
    expect(one.sequence).toEqual([{ members: [2] }]);
    expect(one.independent).toEqual([3]);
  });

  test("calls trackers idle none of whose open descendants is in it", () => {
    const derived = plan(
      [
        item(1, { milestone: 1, isTracker: true }),
        item(2, { milestone: 1, isTracker: true }),
        item(3, { parent: 2, isTracker: true }),
        item(4, { milestone: 1, parent: 3 }),
        item(5, { milestone: 2, parent: 1 }),
        done(6, { milestone: 1, parent: 1 }),
      ],
      [milestone(1), milestone(2)],
    );
    expect(milestoneOf(derived, 1).idleTrackers).toEqual([1]);
  });
});

describe("a summary", () => {
  const summaryOf = (...items: Parameters<typeof plan>[0]) =>
    summarise(plan(items, [milestone(1), milestone(2)]));

  test("tells when a milestone has become complete", () => {
    const before = summaryOf(item(1, { milestone: 1 }), done(2, { milestone: 2 }));
    const after = summaryOf(done(1, { milestone: 1 }), done(2, { milestone: 2 }));
    expect(isNewlyComplete(before, after)).toBe(true);
    expect(isNewlyComplete(after, after)).toBe(false);
    expect(isNewlyComplete(after, before)).toBe(false);
  });
});

describe("references", () => {
  test("are numbers at home, whatever the case, and names elsewhere", () => {
    expect(issueReference("Octo/Game", "octo/game", 3)).toBe(3);
    expect(issueReference("octo/game", "octo/other", 3)).toBe("octo/other#3");
  });

  test("sort with our own first, numbers as numbers", () => {
    const sorted = [2, 10, "a/b#2", "a/b#10", "b/a#1"] as const;
    expect(sorted.toReversed().sort(compareReferences)).toEqual(sorted);
  });
});
