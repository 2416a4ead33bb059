import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Unit } from "../../src/domain/project.ts";
import { workByState } from "../../src/domain/work-by-state.ts";
import { type ItemFacts, item, milestone, plan } from "./project-builder.ts";

const itemFacts: fc.Arbitrary<ItemFacts> = fc.record({
  resolution: fc.constantFrom(null, null, "completed", "dropped", "duplicate"),
  isOnHold: fc.boolean(),
  isInProgress: fc.boolean(),
  isTracker: fc.boolean(),
  milestone: fc.constantFrom(1, 2),
  points: fc.option(fc.nat(8)),
  hours: fc.option(fc.constantFrom({ low: 0.1, high: 0.1 }, { low: 4, high: 9 })),
  tasks: fc.constantFrom({ done: 0, total: 0 }, { done: 1, total: 3 }, { done: 2, total: 2 }),
  waitsFor: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
});
const units = fc.constantFrom<Unit>("issues", "tasks", "points", "hours");

function split(facts: readonly ItemFacts[], unit: Unit) {
  const items = facts.map((one, index) => item(index + 1, one));
  const milestones = [milestone(1), milestone(2, { needsMilestones: [1] })];
  const derived = plan(items, milestones, { rules: { unit } });
  return { derived, ...workByState(derived.milestones, derived.items, unit) };
}

describe("work by state", () => {
  test("adds up to the whole, in every unit", () => {
    fc.assert(
      fc.property(fc.array(itemFacts, { maxLength: 12 }), units, (facts, unit) => {
        const { derived, total, parts } = split(facts, unit);
        expect(total).toEqual(derived.totals);
        for (const end of ["low", "high"] as const) {
          const sum = parts.reduce((all, { amount }) => all + amount[end], 0);
          expect(sum).toBeCloseTo(total.total[end], 5);
        }
      }),
    );
  });

  test("has percents that add up to 100, and that of the count for what is completed", () => {
    fc.assert(
      fc.property(fc.array(itemFacts, { maxLength: 12 }), units, (facts, unit) => {
        const { total, parts } = split(facts, unit);
        const percents = parts.map(({ percent }) => percent);
        if (total.percent === null) return expect(percents.every((one) => one === null)).toBe(true);
        expect(percents[0]).toBe(total.percent);
        return expect(percents.reduce<number>((all, one) => all + (one ?? 0), 0)).toBe(100);
      }),
    );
  });

  test("counts the ticked tasks of an open issue as completed, the rest where the issue is", () => {
    const { parts } = split(
      [
        { milestone: 1, isInProgress: true, tasks: { done: 4, total: 9 } },
        { milestone: 1, waitsFor: [1], tasks: { done: 1, total: 3 } },
        { milestone: 1, tasks: { done: 0, total: 2 } },
        { milestone: 1, resolution: "completed", tasks: { done: 0, total: 4 } },
      ],
      "tasks",
    );
    const amounts = parts.map(({ state, amount, percent }) => [state, amount.low, percent]);
    expect(amounts).toEqual([
      ["completed", 9, 50],
      ["in-progress", 5, 28],
      ["blocked", 2, 11],
      ["on-hold", 0, 0],
      ["held-back", 0, 0],
      ["ready", 2, 11],
      ["tracker", 0, 0],
    ]);
  });

  test("holds back what is ready in a milestone that waits for another", () => {
    const { parts } = split([{ milestone: 1 }, { milestone: 2 }, { milestone: 2 }], "issues");
    const of = (state: string) => parts.find((part) => part.state === state)?.amount.low;
    expect([of("ready"), of("held-back")]).toEqual([1, 2]);
  });

  test("leaves a percent to open issues without an estimate", () => {
    const { parts } = split(
      [{ milestone: 1, resolution: "completed", points: 3 }, { milestone: 1 }],
      "points",
    );
    const shown = parts.filter(({ percent }) => percent !== 0);
    expect(shown.map(({ state, percent }) => [state, percent])).toEqual([
      ["completed", 99],
      ["ready", 1],
    ]);
  });
});
