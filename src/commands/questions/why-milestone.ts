/** What a milestone waits for and whose move it is, or how far it has come: the answer of `/why M3`. */
import { findNextSteps } from "../../domain/next-steps.ts";
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { milestoneRow } from "../../render/blocked-table.ts";
import { openStates } from "../../render/blocks/totals.ts";
import { longCountText, plural } from "../../render/count-text.ts";
import { completionText } from "../../render/milestone-days.ts";
import { milestoneTitle } from "../../render/names.ts";
import { findRoots, rootsOfMilestones } from "../../render/roots.ts";
import { nextLines } from "../../render/status/next-up.ts";
import { longestPath } from "../../render/status/waiting.ts";
import type { ThreadContext } from "../command.ts";
import { chainThrough } from "./chain-around.ts";
import { chainLine } from "./chain-line.ts";
import { quickestHelp } from "./who-can-help.ts";

const shown = 5;

/** Markdown of a few lines. */
export function whyMilestone(milestone: PlannedMilestone, context: ThreadContext): string {
  if (milestone.counted.length === 0) {
    return `**${milestoneTitle(milestone)}** has no issues that count yet.`;
  }
  if (milestone.state === "complete") return completeText(milestone, context);
  const parts = milestone.state === "blocked" ? blockedParts : openParts;
  return parts(milestone, context)
    .filter((part) => part !== "")
    .join("\n\n");
}

function completeText(milestone: PlannedMilestone, { plan }: ThreadContext): string {
  const when = completionText(plan, milestone);
  const done = longCountText(milestone.count, plan.unit);
  return `**${milestoneTitle(milestone)}** is complete: ${done}${when === "" ? "" : `, ${when}`}.`;
}

/** In the words of the table of what is blocked. */
function blockedParts(milestone: PlannedMilestone, context: ThreadContext): readonly string[] {
  const { plan, links } = context;
  const roots = findRoots(plan);
  const milestoneRoots = rootsOfMilestones(plan, roots);
  const table = { plan, links, rows: shown, limit: shown, roots, milestoneRoots };
  const [what, blockers, who] = milestoneRow(table, milestone);
  const before = chainThrough(plan, milestone.needs.transitive);
  const here = milestoneTitle(milestone);
  return [
    `${what}, waits for ${blockers}. Who can free it: ${who}.`,
    chainLine({ before, here, behind: [] }, links),
    before.length === 0 ? "" : wayOut(before.length, milestoneRoots(milestone).issues, context),
  ];
}

function wayOut(steps: number, roots: readonly IssueReference[], context: ThreadContext): string {
  return `${plural(steps, "step")} until it can start. ${quickestHelp(roots, context)}`.trim();
}

function openParts(milestone: PlannedMilestone, context: ThreadContext): readonly string[] {
  const { plan, links } = context;
  const status = { plan, links, limit: shown };
  const [best] = findNextSteps(plan, [milestone]).items;
  const start = milestone.startHere === null ? best : plan.items.get(milestone.startHere);
  const count = longCountText(milestone.count, plan.unit);
  return [
    `**${milestoneTitle(milestone)}** waits for nothing outside: ${count}, open are ${openStates(plan, milestone)}.`,
    start ? nextLines(status, start).join("\n") : "",
    longestPath(status, milestone),
  ];
}
