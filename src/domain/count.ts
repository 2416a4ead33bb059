/** Done, total and percent in the plan's unit. Rules of rounding stand here and nowhere else. */
import type { Count } from "./plan.ts";
import type { Range, Unit, WorkItem } from "./project.ts";

const nothing: Range = { low: 0, high: 0 };

/** Sums over counted items; those that do not count must already be left out. */
export function countItems(items: Iterable<WorkItem>, unit: Unit): Count {
  let done = nothing;
  let total = nothing;
  let open = false;
  for (const item of items) {
    const size = sizeOf(item, unit);
    total = add(total, size);
    done = add(done, doneOf(item, unit, size));
    if (item.resolution === null) open = true;
  }
  return { done, total, percent: percent(middle(done), middle(total), open) };
}

/**
 * Round half up, but at most 99 while anything is open, and at least 1 once anything is done.
 * Null when there is nothing to count.
 */
export function percent(done: number, total: number, anyOpen: boolean): number | null {
  if (total === 0) return null;
  const rounded = Math.floor((100 * done) / total + 0.5);
  const floor = done > 0 ? 1 : 0;
  const ceiling = anyOpen ? 99 : 100;
  return Math.min(Math.max(rounded, floor), ceiling);
}

/** What an item weighs in a unit; 0 where it has no estimate. */
export function sizeOf(item: WorkItem, unit: Unit): Range {
  switch (unit) {
    case "issues":
      return exactly(1);
    case "tasks":
      return exactly(Math.max(item.tasks.total, 1));
    case "points":
      return exactly(item.points ?? 0);
    case "hours":
      return item.hours ?? nothing;
  }
}

export function isEstimated(item: WorkItem, unit: Unit): boolean {
  if (unit === "points") return item.points !== null;
  if (unit === "hours") return item.hours !== null;
  return true;
}

export function middle(range: Range): number {
  return (range.low + range.high) / 2;
}

/** A closed issue counts all of its own as done; an open one only the tasks that are ticked. */
function doneOf(item: WorkItem, unit: Unit, size: Range): Range {
  if (item.resolution !== null) return size;
  return unit === "tasks" && item.tasks.total > 0 ? exactly(item.tasks.done) : nothing;
}

function exactly(value: number): Range {
  return { low: value, high: value };
}

function add(a: Range, b: Range): Range {
  return { low: sum(a.low, b.low), high: sum(a.high, b.high) };
}

/** Three times 0.1 points are 0.3. */
function sum(a: number, b: number): number {
  return Math.round((a + b) * 1e6) / 1e6;
}
