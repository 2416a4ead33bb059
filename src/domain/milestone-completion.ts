/** On which day a milestone was completed, and how that day lies to the day it was due. */
import { type Day, daysBetween } from "./calendar.ts";
import type { Plan, PlannedMilestone } from "./plan.ts";

/** The day it was closed, else the last day on which one of its issues was; null if it is not complete. */
export function completedOn(milestone: PlannedMilestone, plan: Pick<Plan, "items">): Day | null {
  if (milestone.state !== "complete") return null;
  if (milestone.closedOn !== null) return milestone.closedOn;
  return milestone.counted.reduce<Day | null>((last, number) => {
    const day = plan.items.get(number)?.closedOn ?? null;
    return day !== null && (last === null || day > last) ? day : last;
  }, null);
}

/** Days before the due day, negative when late; null if it has none or is not complete. */
export function daysEarly(milestone: PlannedMilestone, plan: Pick<Plan, "items">): number | null {
  const day = completedOn(milestone, plan);
  return day === null || milestone.dueOn === null ? null : daysBetween(day, milestone.dueOn);
}
