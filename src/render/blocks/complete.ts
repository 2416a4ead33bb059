/** The finished issues in one line. */
import { type Block, renderMilestones, wordsShown } from "../block.ts";

export const complete: Block = {
  name: "complete",
  summary: "All finished issues that count, in one line.",
  kind: "block",
  options: [],
  example: '<!-- milepost:complete milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      ({ completed, counted }) => {
        if (completed.length === 0) return "";
        const refs = context.links.list(completed, wordsShown).join(", ");
        return `**Complete (${completed.length}/${counted.length}):** ${refs}`;
      },
      "Nothing is complete yet.",
    ),
};
