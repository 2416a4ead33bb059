/**
 * What issues that were just read, and the list of milestones, tell of all the others: events that renamed a
 * label or deleted a milestone may come late, twice, in another order or not at all, and move no date.
 */
import type { ObservedIssue, ObservedMilestone } from "../domain/observation.ts";

type Issues = Map<number, ObservedIssue>;

/** A label has one name: the one that it has on issues that were read now. */
export function takeNamesOf(issues: Issues, read: readonly ObservedIssue[]): void {
  const names = new Map(read.flatMap(({ labels }) => labels.map(({ id, name }) => [id, name])));
  if (names.size === 0) return;
  const isOld = ({ id, name }: ObservedIssue["labels"][number]) => (names.get(id) ?? name) !== name;
  for (const issue of issues.values()) {
    if (!issue.labels.some(isOld)) continue;
    const labels = issue.labels.map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
    issues.set(issue.number, { ...issue, labels });
  }
}

/** Nothing is in a milestone that does not exist; an issue read now may be in one that is newer than the list. */
export function leaveGoneMilestones(
  issues: Issues,
  milestones: readonly ObservedMilestone[],
  read: readonly ObservedIssue[],
): void {
  const numbers = new Set(milestones.map(({ number }) => number));
  const fresh = new Set(read.map(({ number }) => number));
  for (const issue of issues.values()) {
    if (issue.milestone === null || numbers.has(issue.milestone) || fresh.has(issue.number))
      continue;
    issues.set(issue.number, { ...issue, milestone: null });
  }
}

/** For each of these labels one issue that carries it, whose reading tells its name. */
export function carriersOf(
  labels: ReadonlySet<string>,
  issues: ReadonlyMap<number, ObservedIssue>,
): readonly number[] {
  if (labels.size === 0) return [];
  const carriers = new Map<string, number>();
  for (const issue of issues.values()) {
    for (const { id } of issue.labels) if (labels.has(id)) carriers.set(id, issue.number);
  }
  return [...carriers.values()];
}
