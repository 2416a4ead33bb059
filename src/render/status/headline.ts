/** The first lines: how far the milestone is, as a count, a bar and a split of what is open. */
import type { Count } from "../../domain/plan.ts";
import type { Unit } from "../../domain/project.ts";
import { openStates } from "../blocks/totals.ts";
import { longCountText, plural } from "../count-text.ts";
import { milestoneTitle, safeProse } from "../names.ts";
import type { StatusSection } from "./status-section.ts";

const barLength = 20;

export const headline: StatusSection = ({ plan }, milestone) => {
  const open = milestone.remaining.length;
  const split = openStates(plan, milestone, " · ");
  const facts = [
    open === 0 ? "nothing open" : `${openText(open, plan.unit)}: ${split}`,
    ...(milestone.startOn === null ? [] : [`started ${milestone.startOn}`]),
    milestone.dueOn === null ? "no due date" : `due ${milestone.dueOn}`,
  ];
  const note = milestone.note === null ? "" : safeProse(milestone.note);
  return [
    `### ${milestoneTitle(milestone)}: ${longCountText(milestone.count, plan.unit)}`,
    `\`${progressBar(milestone.count)}\` ${facts.join(" · ")}`,
    ...(note === "" ? [] : ["", note]),
  ].join("\n");
};

/** Issues are named where the count beside it is of something else. */
function openText(open: number, unit: Unit): string {
  return unit === "issues" ? `${open} open` : `${plural(open, "issue")} open`;
}

/** Twenty characters, filled by the percent, rounded down: full only when all is done. */
export function progressBar({ percent }: Count): string {
  const filled = Math.floor(((percent ?? 0) * barLength) / 100);
  return "█".repeat(filled) + "░".repeat(barLength - filled);
}
