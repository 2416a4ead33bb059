/** What a person has to decide: idle epics, overdue milestones, and findings. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { Finding } from "../../domain/project.ts";
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
  const bySeverity = Map.groupBy(plan.findings.filter(isSaidHere), ({ severity }) => severity);
  const findings = (severity: Severity) => findingTexts(context, bySeverity.get(severity) ?? []);
  const sentences = [
    ...findings("error"),
    ...milestones.flatMap((milestone) => overdue(milestone)),
    ...milestones.flatMap((milestone) => idleEpics(context, milestone)),
    ...findings("warning"),
    ...findings("info"),
  ];
  const [only, second] = sentences;
  if (only === undefined) return "";
  if (second === undefined) return `**Decide:** ${only}`;
  const rest = sentences.length - limit;
  const more = rest > 0 ? [`- And ${plural(rest, "more point")} like these.`] : [];
  const items = sentences.slice(0, limit).map((sentence) => `- ${sentence}`);
  return ["**Decide:**", "", ...items, ...more].join("\n");
}

type Severity = Finding["severity"];

/** Those beyond the limit are only counted. */
function findingTexts(
  { links, limit }: StatusContext,
  findings: readonly Finding[],
): readonly string[] {
  return findings.map((finding, index) =>
    index < limit ? findingText(finding, links) : finding.rule,
  );
}

/** That an epic is idle is said by `idleEpics`, with what it would cost to leave it open. */
function isSaidHere({ rule }: Finding): boolean {
  return rule !== "epic-without-open-work";
}

function overdue(milestone: PlannedMilestone): readonly string[] {
  return milestone.riskFlags.flatMap((flag) =>
    flag.kind === "overdue"
      ? [`**${milestoneTitle(milestone)}** is overdue: ${overdueText(milestone, flag.dueOn)}.`]
      : [],
  );
}
