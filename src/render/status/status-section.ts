/** What each section of the status issue is rendered from. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { Links } from "../links.ts";

export interface StatusContext {
  readonly plan: Plan;
  readonly links: Links;
  /** At most this many rows of a table, and issues or sentences of a list. */
  readonly limit: number;
}

/** A section about the milestone that is shown in full; empty where there is nothing to say. */
export type StatusSection = (context: StatusContext, milestone: PlannedMilestone) => string;

/** A link to a milestone's page that leaves no event anywhere. */
export function milestoneLink(text: string, milestone: PlannedMilestone): string {
  return `[${text}](../milestone/${milestone.number})`;
}
