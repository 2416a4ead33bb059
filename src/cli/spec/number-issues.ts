/** Which number each issue of a spec gets. */
import type { Spec, SpecIssue } from "./spec-schema.ts";

export interface NumberedIssue extends SpecIssue {
  readonly number: number;
}

/**
 * `number_in_document` where there is one; the others in file order from the lowest free number. A
 * milestone that only says how many items it has gets one issue with that many tasks, called as the milestone is.
 */
export function numberIssues(spec: Spec): readonly NumberedIssue[] {
  const issues = [...spec.issues, ...countedMilestones(spec)];
  const taken = new Set(issues.map((issue) => issue.number_in_document));
  let next = 1;
  return issues.map((issue) => {
    if (issue.number_in_document) return { ...issue, number: issue.number_in_document };
    while (taken.has(next)) next += 1;
    taken.add(next);
    return { ...issue, number: next };
  });
}

function countedMilestones({ milestones, issues }: Spec): readonly SpecIssue[] {
  const filled = new Set(issues.map((issue) => issue.milestone));
  return milestones.flatMap((milestone) => {
    const count = milestone.item_count ?? 0;
    if (count === 0 || filled.has(milestone.key)) return [];
    const done = milestone.items_done ?? 0;
    const tasks = Array.from({ length: count }, (_, index) => ({
      text: `Item ${index + 1}`,
      done: index < done,
    }));
    const state = done >= count ? "closed" : "open";
    return [{ key: milestone.key, title: milestone.title, milestone: milestone.key, state, tasks }];
  });
}
