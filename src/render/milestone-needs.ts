/** What a milestone waits for: all that was named, with how it stands, and what is still open of it. */
import { milestoneKey } from "../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import type { ForeignIssue } from "../domain/project.ts";
import { compareReferences, type IssueReference } from "../domain/reference.ts";
import type { Links } from "./links.ts";
import { stateMarks } from "./marks.ts";
import { standingOf } from "./milestone-standing.ts";
import { findItem, firstOf, milestoneTitle, safeName } from "./names.ts";

const foreignMarks: Readonly<Record<ForeignIssue["state"], string>> = {
  open: stateMarks.ready,
  completed: stateMarks.completed,
  dropped: stateMarks.dropped,
  unknown: "❔",
};

/** "5.1 ✅, 5.3 ⛔, #12 📋"; empty if it needs nothing. */
export function needsText(
  plan: Plan,
  milestone: PlannedMilestone,
  links: Links,
  limit: number,
): string {
  const needed = plan.milestones.filter(({ number }) => milestone.needsMilestones.includes(number));
  const issues = [...new Set(milestone.needsIssues)].sort(compareReferences);
  const words = [
    ...needed.map((one) => () => `${shortTitle(plan, one)} ${standingOf(plan, one).mark}`),
    ...issues.map((one) => () => `${links.ref(one)} ${issueMark(plan, one)}`),
  ];
  return firstOf(words, limit, (word) => word()).join(", ");
}

/** Open issues outside of the milestone that it, or work in it, waits for directly; ascending. */
export function blockersOutside(
  plan: Plan,
  milestone: PlannedMilestone,
): readonly IssueReference[] {
  const own = milestone.remaining.flatMap((number) => plan.items.get(number)?.openBlockers ?? []);
  const outside = own.filter((one) => findItem(plan, one)?.milestone !== milestone.number);
  return [...new Set([...milestone.needs.direct, ...outside])].sort(compareReferences);
}

/** "5.1" of "Milestone 5.1: In-Memory Store", if no other milestone has it; else the title. */
export function shortTitle(plan: Plan, milestone: PlannedMilestone): string {
  const key = milestoneKey(milestone.title);
  const others = plan.milestones.filter(({ title }) => milestoneKey(title) === key);
  return key !== null && others.length === 1 ? safeName(key) : milestoneTitle(milestone);
}

function issueMark(plan: Plan, reference: IssueReference): string {
  const item = findItem(plan, reference);
  if (item) return stateMarks[item.state];
  return foreignMarks[plan.foreign.get(reference)?.state ?? "unknown"];
}
