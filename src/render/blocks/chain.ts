/** The critical path in one line. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import {
  type Block,
  type BlockContext,
  cellWordsShown,
  linesShown,
  renderMilestones,
} from "../block.ts";
import { chainText } from "../chain.ts";

export const chain: Block = {
  name: "chain",
  summary: "The critical path: what must be done in order, step by step.",
  kind: "block",
  options: [
    {
      name: "names",
      meaning: "Whether each issue's short name or title stands beside its number.",
      values: ["yes", "no"],
      default: "no",
    },
  ],
  example: '<!-- milepost:chain milestone="M2 Data Foundations" names=yes -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) => chainOf(context, milestone),
      "No open issue waits for another, so there is no chain.",
    ),
};

function chainOf({ plan, links, options }: BlockContext, milestone: PlannedMilestone): string {
  const withNames = options.get("names") === "yes";
  const limit = linesShown;
  const text = chainText(plan, milestone, links, { withNames, limit });
  const onPath = new Set(milestone.criticalPath.flatMap((level) => level.members));
  const guessed = milestone.unestimated.filter((number) => onPath.has(number));
  if (text === "" || guessed.length === 0) return text;
  const refs = links.list(guessed, cellWordsShown).join(", ");
  return `${text}\n\n_Without an estimate, and taken as average: ${refs}._`;
}
