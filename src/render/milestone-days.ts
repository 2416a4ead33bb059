/** When a milestone was completed, as words. */
import { completedOn, daysEarly } from "../domain/milestone-completion.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { plural } from "./count-text.ts";

/** "2025-07-26, 3 days early"; empty if it is not complete or nobody knows the day. */
export function completionText(plan: Plan, milestone: PlannedMilestone): string {
  const day = completedOn(milestone, plan);
  if (day === null) return "";
  const lead = leadText(plan, milestone);
  return lead === "" ? day : `${day}, ${lead}`;
}

/** "3 days early", "1 day late", "on the due day"; empty where there is no due day. */
export function leadText(plan: Plan, milestone: PlannedMilestone): string {
  const early = daysEarly(milestone, plan);
  if (early === null) return "";
  if (early === 0) return "on the due day";
  return early > 0 ? `${plural(early, "day")} early` : `${plural(-early, "day")} late`;
}
