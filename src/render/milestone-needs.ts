/** What a milestone waits for: all that was named, with how it stands, and what is still open of it. */
import { milestoneKey, milestonesWithKey } from "../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import type { ForeignIssue } from "../domain/project.ts";
import { compareReferences, type IssueReference } from "../domain/reference.ts";
import type { Links } from "./links.ts";
import { type MarkMeaning, stateMarks, stateMeaning } from "./marks.ts";
import { standingMeaning } from "./milestone-standing.ts";
import { findItem, firstOf, milestoneName, milestoneTitle, safeName } from "./names.ts";

const foreignMeanings: Readonly<Record<ForeignIssue["state"], MarkMeaning>> = {
  open: [stateMarks.ready, "open"],
  completed: stateMeaning("completed"),
  dropped: stateMeaning("dropped"),
  unknown: ["❔", "out of sight"],
};

interface Need {
  readonly name: (links: Links) => string;
  readonly mark: MarkMeaning;
}

/** "5.1 ✅, 5.3 ⛔, #12 📋"; empty if it needs nothing. */
export function needsText(
  plan: Plan,
  milestone: PlannedMilestone,
  links: Links,
  limit: number,
): string {
  const words = firstOf(
    needsOf(plan, milestone),
    limit,
    ({ name, mark: [mark] }) => `${name(links)} ${mark}`,
  );
  return words.join(", ");
}

/** What the marks behind its needs say. */
export function needsMeanings(plan: Plan, milestone: PlannedMilestone): readonly MarkMeaning[] {
  return needsOf(plan, milestone).map(({ mark }) => mark);
}

function needsOf(plan: Plan, milestone: PlannedMilestone): readonly Need[] {
  const needed = plan.milestones.filter(({ number }) => milestone.needsMilestones.includes(number));
  const issues = [...new Set(milestone.needsIssues)].sort(compareReferences);
  return [
    ...needed.map((one) => ({
      name: () => shortTitle(plan, one),
      mark: standingMeaning(plan, one),
    })),
    ...issues.map((one) => ({
      name: (links: Links) => links.ref(one),
      mark: issueMeaning(plan, one),
    })),
  ];
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
  if (key === null) return milestoneTitle(milestone);
  const isUnique = milestonesWithKey(plan.milestones, key).length === 1;
  return isUnique ? safeName(key) : milestoneTitle(milestone);
}

/** As `shortTitle`, for a number; also where the plan does not know it. */
export function shortMilestoneName(plan: Plan, number: number): string {
  const milestone = plan.milestones.find((one) => one.number === number);
  return milestone ? shortTitle(plan, milestone) : milestoneName(plan, number);
}

function issueMeaning(plan: Plan, reference: IssueReference): MarkMeaning {
  const item = findItem(plan, reference);
  if (item) return stateMeaning(item.state);
  return foreignMeanings[plan.foreign.get(reference)?.state ?? "unknown"];
}
