/** Which ready issue to take first: the one that the most open work waits for. */
import type { PlannedItem } from "./plan.ts";
import { rankOfPriority } from "./priority.ts";

/** Most dependents first, ties by priority, then number. */
export function byImportance(a: PlannedItem, b: PlannedItem): number {
  return (
    b.dependentCount - a.dependentCount || priorityRank(a) - priorityRank(b) || a.number - b.number
  );
}

/** None when no ready issue has a dependent: then any of them is as good a start. */
export function findStart(ready: readonly PlannedItem[]): number | null {
  const [first] = ready.filter((item) => item.dependentCount > 0).sort(byImportance);
  return first?.number ?? null;
}

/** "critical" and "P0" first; unset and unknown words last. */
export function priorityRank(item: PlannedItem): number {
  return rankOfPriority(item.dimensions.priority);
}
