/** Scope that left the milestone, where it went, and why where a reason is known. */
import { type Block, linesShown, renderMilestones } from "../block.ts";
import { movedLines } from "../moved-lines.ts";

export const moved: Block = {
  name: "moved",
  summary: "What left the milestone, and where it went.",
  kind: "block",
  options: [],
  example: '<!-- milepost:moved milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) => movedLines(context.plan, milestone, context.links, linesShown).join("\n"),
      "Nothing was moved out.",
    ),
};
