/** Counts as text. Units are named where they are not issues; hours may be ranges. */
import type { Count } from "../domain/plan.ts";
import type { Range, Unit } from "../domain/project.ts";

const unitSuffix: Readonly<Record<Unit, string>> = {
  issues: "",
  tasks: " tasks",
  points: " points",
  hours: " h",
};

/** "39/50 (78%)", "23/132 tasks (17%)", "16–20/64 h (28%)"; "0/0" has no percent. */
export function countText(count: Count, unit: Unit): string {
  return `${fractionText(count, unit)}${percentSuffix(count)}`;
}

/** "39/50", "23/132 tasks". */
export function fractionText(count: Count, unit: Unit): string {
  return `${rangeText(count.done)}/${rangeText(count.total)}${unitSuffix[unit]}`;
}

/** "39 of 50 (78%)", "23 of 132 tasks (17%)". */
export function longCountText(count: Count, unit: Unit): string {
  const total = `${rangeText(count.total)}${unitSuffix[unit]}`;
  return `${rangeText(count.done)} of ${total}${percentSuffix(count)}`;
}

/** "3/5 issues (60%)", "9/9 tasks (100%)", "1/1 task (100%)": the unit is named in any case. */
export function progressText(count: Count, unit: Unit): string {
  return `${rangeText(count.done)}/${amountText(count.total, unit)}${percentSuffix(count)}`;
}

/** "50 issues", "1 task", "16–20 h". */
export function amountText(amount: Range, unit: Unit): string {
  const singular = amount.low === 1 && amount.high === 1;
  if (unit === "hours") return `${rangeText(amount)} h`;
  return `${rangeText(amount)} ${singular ? unit.slice(0, -1) : unit}`;
}

/** "7" or, where the ends differ, "16–20". */
export function rangeText(range: Range): string {
  const low = numberText(range.low);
  const high = numberText(range.high);
  return low === high ? low : `${low}–${high}`;
}

/** "1 issue", "4 issues", "2 epics". */
export function plural(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? "" : "s"}`;
}

/** Everything that counts is closed, and something does. */
export function isComplete(count: Count): boolean {
  return count.percent === 100;
}

function percentSuffix(count: Count): string {
  return count.percent === null ? "" : ` (${count.percent}%)`;
}

// Sums of estimates such as 0.1 h carry noise of binary fractions.
function numberText(value: number): string {
  return String(Math.round(value * 100) / 100);
}
