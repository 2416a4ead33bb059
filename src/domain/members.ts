/** The items of each milestone. */
import type { PlannedItem } from "./plan.ts";
import type { PlannedItems, Updated } from "./planned-items.ts";

/** By milestone number, 0 for none; ascending. */
export type Members = ReadonlyMap<number, readonly PlannedItem[]>;

export function groupByMilestone(planned: PlannedItems): Members {
  return Map.groupBy(planned.values(), (item) => item.milestone ?? 0);
}

/** The same, from the lists of before: those without a changed item are the very same. */
export function updateMembers(before: Members, { planned, replaced }: Updated): Members {
  if (replaced.some(({ was, is }) => was.milestone !== is.milestone)) {
    return groupByMilestone(planned);
  }
  const after = new Map(before);
  for (const { was, is } of replaced) {
    const milestone = is.milestone ?? 0;
    const list = after.get(milestone) ?? [];
    after.set(milestone, list.with(list.indexOf(was), is));
  }
  return after;
}
