import { describe, expect, test } from "#test";
import { done, item, milestone, milestoneOf, plan } from "./project-builder.ts";

const left = (milestone: number) => [{ milestone, leftOn: "2025-11-08" as const }];

describe("moved", () => {
  test("lists what left a milestone, by target, then number, those without a target last", () => {
    const derived = plan(
      [
        item(9, { milestone: 5, earlierMilestones: left(2) }),
        item(8, { milestone: null, earlierMilestones: left(2), moveReason: "no time" }),
        item(7, { milestone: 3, earlierMilestones: left(2) }),
        done(6, { milestone: 5, earlierMilestones: left(2) }),
        item(5, { milestone: 5, earlierMilestones: left(2), resolution: "duplicate" }),
        item(4, { milestone: 2, earlierMilestones: left(2) }),
        item(3, { milestone: null, earlierMilestones: left(2) }),
      ],
      [milestone(2), milestone(3), milestone(5)],
    );
    const on = "2025-11-08";
    expect(milestoneOf(derived, 2).moved).toEqual([
      { number: 7, to: 3, because: null, on },
      { number: 6, to: 5, because: null, on },
      { number: 9, to: 5, because: null, on },
      { number: 3, to: null, because: null, on },
      { number: 8, to: null, because: "no time", on },
    ]);
    expect(milestoneOf(derived, 3).moved).toEqual([]);
  });

  test("lists an issue with each milestone that it has left", () => {
    const earlierMilestones = [...left(2), ...left(3)];
    const derived = plan(
      [item(1, { milestone: 5, earlierMilestones })],
      [milestone(2), milestone(3), milestone(5)],
    );
    const counts = derived.milestones.map((one) => [one.number, one.moved.length]);
    expect(counts).toEqual([
      [2, 1],
      [3, 1],
      [5, 0],
    ]);
  });
});
