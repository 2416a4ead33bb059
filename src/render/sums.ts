/** Sums over several milestones. */
import { countItems, middle, percent } from "../domain/count.ts";
import type { Count, Plan, PlannedMilestone } from "../domain/plan.ts";
import type { Range } from "../domain/project.ts";

export function sumOf(milestones: readonly PlannedMilestone[]): Count {
  const [first] = milestones;
  if (first && milestones.length === 1) return first.count;
  const total = add(milestones.map((milestone) => milestone.count.total));
  const done = add(milestones.map((milestone) => milestone.count.done));
  const anyOpen = milestones.some((milestone) => milestone.remaining.length > 0);
  return { done, total, percent: percent(middle(done), middle(total), anyOpen) };
}

/** Story points, whatever the plan's unit is. */
export function pointsOf(plan: Plan, numbers: readonly number[]): Count {
  return countItems(
    numbers.flatMap((number) => plan.items.get(number) ?? []),
    "points",
  );
}

function add(ranges: readonly Range[]): Range {
  return ranges.reduce(
    (sum, range) => ({ low: sum.low + range.low, high: sum.high + range.high }),
    {
      low: 0,
      high: 0,
    },
  );
}
