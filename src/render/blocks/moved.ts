/** Scope that left the milestone: where it went, what was dropped, and why where a reason is known. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, linesShown, renderMilestones } from "../block.ts";
import { droppedLines, movedLines } from "../moved-lines.ts";

export const moved: Block = {
  name: "moved",
  summary: "What left the milestone, where it went, what was dropped, and why.",
  kind: "block",
  options: [],
  example: '<!-- milepost:moved milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) => leftOf(context, milestone).join("\n"),
      "Nothing was moved out or dropped.",
    ),
};

function leftOf({ plan, links }: BlockContext, milestone: PlannedMilestone): readonly string[] {
  return [
    ...movedLines(plan, milestone, links, linesShown),
    ...droppedLines(plan, milestone, links, linesShown),
  ];
}
