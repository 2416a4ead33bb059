// How much of some issues is done.

import { percent } from "../domain/count.ts";
import type { GroupCount, PlannedItem, PlannedMilestone } from "../domain/plan.ts";

export interface Tally {
  readonly done: number;
  readonly total: number;
  /** Null where there is nothing to count. */
  readonly percent: number | null;
}

export function tallyItems(items: readonly PlannedItem[]): Tally {
  const done = items.filter(({ resolution }) => resolution !== null).length;
  return { done, total: items.length, percent: percent(done, items.length, done < items.length) };
}

/** In issues, or in the plan's unit; null where estimates are ranges, which have no one figure. */
export function tallyMilestone(
  { count, counted, completed }: PlannedMilestone,
  unit: string | null,
): Tally | null {
  if (unit !== null && /^(?:issue|ticket)/i.test(unit)) {
    const [done, total] = [completed.length, counted.length];
    return { done, total, percent: percent(done, total, done < total) };
  }
  return tallyOf(count);
}

export function tallyOf({ done, total, percent }: GroupCount["count"]): Tally | null {
  if (done.low !== done.high || total.low !== total.high) return null;
  return { done: done.low, total: total.low, percent };
}
