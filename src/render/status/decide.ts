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
  const { plan, links, limit } = context;
  const milestones = plan.milestones.filter((milestone) => !milestone.isClosed);
  const findings = firstOfEach(plan.findings, limit);
  const texts = ({ first }: Points) => first.map((finding) => findingText(finding, links));
  const sentences = [
    ...texts(findings.error),
    ...milestones.flatMap((milestone) => overdue(milestone)),
    ...milestones.flatMap((milestone) => idleEpics(context, milestone)),
    ...texts(findings.warning),
    ...texts(findings.info),
  ];
  const hidden = Object.values(findings).reduce((sum, { unread }) => sum + unread, 0);
  const rest = sentences.length + hidden - limit;
  const [only] = sentences;
  if (only === undefined) return "";
  if (sentences.length + hidden === 1) return `**Decide:** ${only}`;
  const more = rest > 0 ? [`- And ${plural(rest, "more point")} like these.`] : [];
  const items = sentences.slice(0, limit).map((sentence) => `- ${sentence}`);
  return ["**Decide:**", "", ...items, ...more].join("\n");
}

interface Points {
  readonly first: Finding[];
  /** How many more there are. */
  unread: number;
}

/** Of thousands only those are read that can be shown. */
function firstOfEach(
  findings: readonly Finding[],
  limit: number,
): Readonly<Record<Finding["severity"], Points>> {
  const none = (): Points => ({ first: [], unread: 0 });
  const points = { error: none(), warning: none(), info: none() };
  for (const finding of findings) {
    if (!isSaidHere(finding)) continue;
    const ofSeverity = points[finding.severity];
    if (ofSeverity.first.length < limit) ofSeverity.first.push(finding);
    else ofSeverity.unread += 1;
  }
  return points;
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
