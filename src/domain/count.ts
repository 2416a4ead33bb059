/** Done, total and percent in the plan's unit. Rules of rounding stand here and nowhere else. */
import type { Count } from "./plan.ts";
import type { Range, Unit, WorkItem } from "./project.ts";

const nothing: Range = { low: 0, high: 0 };
const one: Range = { low: 1, high: 1 };

/** Sums over counted items; those that do not count must already be left out. */
export function countItems(items: Iterable<WorkItem>, unit: Unit): Count {
  const done = { low: 0, high: 0 };
  const total = { low: 0, high: 0 };
  let open = false;
  for (const item of items) {
    const size = sizeOf(item, unit);
    add(total, size);
    add(done, doneOf(item, unit, size));
    if (item.resolution === null) open = true;
  }
  return { done, total, percent: percent(middle(done), middle(total), open) };
}

/** Of parts that have no item in common. */
export function sumCounts(
  parts: Iterable<{ readonly count: Count; readonly isOpen: boolean }>,
): Count {
  const done = { low: 0, high: 0 };
  const total = { low: 0, high: 0 };
  let open = false;
  for (const { count, isOpen } of parts) {
    add(total, count.total);
    add(done, count.done);
    open ||= isOpen;
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
      return one;
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

function add(sum: { low: number; high: number }, more: Range): void {
  sum.low = rounded(sum.low + more.low);
  sum.high = rounded(sum.high + more.high);
}

/** Three times 0.1 points are 0.3. */
function rounded(sum: number): number {
  return Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6;
}
