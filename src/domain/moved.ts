/** Scope that left a milestone: items that were in it and are not now. */
import type { MovedItem } from "./plan.ts";
import type { WorkItem } from "./project.ts";

/** Milestone number → what left it; by target (none last), then number. Duplicates don't count. */
export function findMoved(items: Iterable<WorkItem>): ReadonlyMap<number, readonly MovedItem[]> {
  const moved = new Map<number, MovedItem[]>();
  for (const item of items) {
    if (item.resolution === "duplicate") continue;
    for (const earlier of item.earlierMilestones) {
      if (earlier.milestone === item.milestone) continue;
      const list = moved.get(earlier.milestone) ?? [];
      moved.set(earlier.milestone, list);
      list.push({
        number: item.number,
        to: item.milestone,
        because: item.moveReason,
        on: earlier.leftOn,
      });
    }
  }
  for (const list of moved.values()) list.sort(byTarget);
  return moved;
}

function byTarget(a: MovedItem, b: MovedItem): number {
  const target = (item: MovedItem) => item.to ?? Number.POSITIVE_INFINITY;
  return a.to === b.to ? a.number - b.number : target(a) - target(b);
}
