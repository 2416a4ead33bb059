/** What a person has to decide: idle epics, milestones to close, overdue ones, and findings. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { countText, isComplete, plural, rangeText } from "../count-text.ts";
import { findingText } from "../finding-text.ts";
import { firstOf, joinWords, milestoneTitle } from "../names.ts";
import { overdueText } from "../risk-sentence.ts";
import { milestoneLink, type StatusContext } from "./status-section.ts";

/** Empty where nothing needs a decision. */
export function renderDecisions(context: StatusContext): string {
  const { plan, limit } = context;
  const milestones = plan.milestones.filter((milestone) => !milestone.isClosed);
  const sentences = [
    ...findings(context, "error"),
    ...milestones.flatMap((milestone) => overdue(milestone)),
    ...milestones.flatMap((milestone) => stillOpen(plan, milestone)),
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

const idleEpicsRule = "epic-without-open-work";

function overdue(milestone: PlannedMilestone): readonly string[] {
  return milestone.riskFlags.flatMap((flag) =>
    flag.kind === "overdue"
      ? [`**${milestoneTitle(milestone)}** is overdue: ${overdueText(milestone, flag.dueOn)}.`]
      : [],
  );
}

function stillOpen(plan: Plan, milestone: PlannedMilestone): readonly string[] {
  if (milestone.state !== "complete" || milestone.trackers.length > 0) return [];
  const count = countText(milestone.count, plan.unit);
  const page = milestoneLink("close it", milestone);
  return [`**${milestoneTitle(milestone)}** is complete, ${count}, but still open: ${page}.`];
}

/** Said here instead of the plan's finding, with what it would cost to leave them open. */
function idleEpics(
  { plan, links, limit }: StatusContext,
  milestone: PlannedMilestone,
): readonly string[] {
  const { idleTrackers: idle, count } = milestone;
  if (idle.length === 0) return [];
  const names =
    idle.length > limit
      ? firstOf(idle, limit, links.ref).join(", ")
      : joinWords(idle.map(links.ref));
  const title = milestoneTitle(milestone);
  const [are, them, their] =
    idle.length === 1 ? ["epic", "it", "it stops"] : ["epics", "them", "they stop"];
  const verb = idle.length === 1 ? "has" : "have";
  const cost =
    plan.unit === "issues" && !isComplete(count) && milestone.counted.includes(idle[0] ?? 0)
      ? ` Left open, ${their} ${title} at ${count.total.low - idle.length} of ${rangeText(count.total)}.`
      : "";
  return [`${are} ${names} ${verb} no open work left in ${title}: close or move ${them}.${cost}`];
}
