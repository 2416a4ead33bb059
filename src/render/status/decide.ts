/** What a person has to decide: idle epics, overdue milestones, and findings. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import { plural } from "../count-text.ts";
import { findingText } from "../finding-text.ts";
import { milestoneTitle } from "../names.ts";
import { overdueText } from "../risk-sentence.ts";
import { idleEpics } from "./idle-epics.ts";
import type { StatusContext } from "./status-section.ts";

/** Empty where nothing needs a decision. */
export function renderDecisions(context: StatusContext): string {
  const { plan, limit } = context;
  const milestones = plan.milestones.filter((milestone) => !milestone.isClosed);
  const sentences = [
    ...findings(context, "error"),
    ...milestones.flatMap((milestone) => overdue(milestone)),
    ...milestones.flatMap((milestone) => idleEpics(context, milestone)),
    ...findings(context, "warning"),
    ...findings(context, "info"),
  ];
  const [only, second] = sentences;
  if (only === undefined) return "";
  if (second === undefined) return `**Decide:** ${only}`;
  const rest = sentences.length - limit;
  const more = rest > 0 ? [`- And ${plural(rest, "more point")} like these.`] : [];
  const items = sentences.slice(0, limit).map((sentence) => `- ${sentence}`);
  return ["**Decide:**", "", ...items, ...more].join("\n");
}

function findings({ plan, links, limit }: StatusContext, severity: string): readonly string[] {
  return plan.findings
    .filter((finding) => finding.severity === severity && finding.rule !== idleEpicsRule)
    .map((finding, index) => (index < limit ? findingText(finding, links) : finding.rule));
}

/** Said by `idleEpics`, with what it would cost to leave them open. */
const idleEpicsRule = "epic-without-open-work";

function overdue(milestone: PlannedMilestone): readonly string[] {
  return milestone.riskFlags.flatMap((flag) =>
    flag.kind === "overdue"
      ? [`**${milestoneTitle(milestone)}** is overdue: ${overdueText(milestone, flag.dueOn)}.`]
      : [],
  );
}
