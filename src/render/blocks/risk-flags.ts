/** What a lead should worry about, one sentence each. */
import { type Block, renderMilestones } from "../block.ts";
import { riskSentence } from "../risk-sentence.ts";

export const riskFlags: Block = {
  name: "risk-flags",
  summary: "What puts the milestone at risk, one sentence each.",
  kind: "block",
  options: [],
  example: '<!-- milepost:risk-flags milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) =>
        milestone.riskFlags
          .map((flag) => `- ${riskSentence(context.plan, milestone, context.links, flag)}`)
          .join("\n"),
      "No risk is in sight.",
    ),
};
