/** What the status issue says while no milestone has open work: how to begin, or that all is done. */
import type { Plan } from "../../domain/plan.ts";
import { longCountText, plural } from "../count-text.ts";
import { progressBar } from "./headline.ts";

export function renderBeginning(plan: Plan): string {
  const complete = plan.milestones.filter((milestone) => milestone.state === "complete");
  const open = [...plan.items.values()].filter((item) => item.resolution === null).length;
  if (complete.length > 0) return allComplete(plan, complete.length, open);
  if (plan.milestones.length > 0) {
    return [
      "### No issue is in a milestone yet",
      `${plural(plan.milestones.length, "milestone")} ${plan.milestones.length === 1 ? "is" : "are"} there, without an issue that counts. Put issues into one: in an issue's sidebar, under Milestone.`,
    ].join("\n\n");
  }
  if (plan.items.size === 0) return `### Nothing is planned yet\n\n${howToBegin}`;
  return [
    `### No milestone yet: ${longCountText(plan.totals, plan.unit)}`,
    `\`${progressBar(plan.totals)}\` ${open} open`,
    howToBegin,
  ].join("\n\n");
}

const howToBegin =
  "To begin: create a [milestone](../milestones), put issues into it, and say in an issue's sidebar (Relationships) or text (`Blocked by` and its number) what it waits for. This page then says what to do next.";

function allComplete(plan: Plan, complete: number, open: number): string {
  const rest =
    open > 0 ? ` ${plural(open, "open issue")} in no milestone can go into the next one.` : "";
  return [
    `### All complete: ${longCountText(plan.totals, plan.unit)}`,
    `\`${progressBar(plan.totals)}\` ${plural(complete, "milestone")} done. Create the next [milestone](../milestones) when there is one.${rest}`,
  ].join("\n");
}
