/** What can be taken up now, the most worthwhile first. */
import type { PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, linesShown, moreLine, renderMilestones } from "../block.ts";
import { plural } from "../count-text.ts";
import { assigneesText, capitalised, milestoneName, named, titleOf } from "../names.ts";
import { noteBelow } from "../notes.ts";
import { byWorth, whyReady } from "../why-ready.ts";

export const ready: Block = {
  name: "ready",
  summary: "What can start now, why it is worth doing next, and whose it is.",
  kind: "block",
  options: [],
  example: '<!-- milepost:ready milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(context, (milestone) => readyOf(context, milestone), "Nothing is ready."),
};

function readyOf(context: BlockContext, milestone: PlannedMilestone): string {
  if (milestone.state === "complete") {
    const count = milestone.completed.length;
    return `_All ${plural(count, "issue")} ${count === 1 ? "is" : "are"} done._`;
  }
  const items = byWorth(context.plan, milestone.ready, milestone.startHere);
  const lines = items.slice(0, linesShown).map((item) => readyLine(context, milestone, item));
  const more = moreLine(milestone, items.length - lines.length);
  return [lines.join("\n"), ...(more === "" ? [] : [more])].join("\n\n");
}

function readyLine(
  { plan, links }: BlockContext,
  milestone: PlannedMilestone,
  item: PlannedItem,
): string {
  const title = named(links.ref(item.number), titleOf(plan, item.number));
  const why = whyReady(item, {
    issues: (numbers, limit) => links.list(numbers, limit),
    milestone: (number) => `**${milestoneName(plan, number)}**`,
  });
  const start = item.number === milestone.startHere ? " ← **START HERE**" : "";
  const who = capitalised(assigneesText(item.assignees));
  return `- ${title}: ${why}. ${who}.${start}${noteBelow(item)}`;
}
