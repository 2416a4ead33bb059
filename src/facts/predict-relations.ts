/** An issue's blockers and labels as they will be observed. Labels are one whatever their letter case. */
import type { ObservedBlocker, ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import type { IssueReference } from "../domain/reference.ts";

interface Surroundings {
  readonly repository: Pick<ObservedRepository, "isPrivate">;
  readonly issues: ReadonlyMap<number, ObservedIssue>;
}

export function withBlocker(
  { blockedBy }: ObservedIssue,
  blocker: IssueReference,
  around: Surroundings,
): readonly ObservedBlocker[] {
  if (blockedBy.some(({ reference }) => reference === blocker)) return blockedBy;
  return [...blockedBy, observeBlocker(blocker, around)];
}

export function withoutBlocker(
  { blockedBy }: ObservedIssue,
  blocker: IssueReference,
): readonly ObservedBlocker[] {
  return blockedBy.filter(({ reference }) => reference !== blocker);
}

/** What is known of it: by itself, or from another issue that waits for it. */
function observeBlocker(
  reference: IssueReference,
  { repository, issues }: Surroundings,
): ObservedBlocker {
  if (typeof reference !== "number") {
    const all = [...issues.values()].flatMap(({ blockedBy }) => blockedBy);
    return all.find((one) => one.reference === reference) ?? { reference };
  }
  const issue = issues.get(reference);
  if (!issue) return { reference };
  const { title, state, stateReason } = issue;
  return { reference, seen: { title, state, stateReason, isPrivate: repository.isPrivate } };
}

export function withLabel(
  issue: ObservedIssue,
  name: string,
  { issues }: Surroundings,
): ObservedIssue["labels"] {
  if (issue.labels.some((label) => isSame(label.name, name))) return issue.labels;
  const all = [...issues.values()].flatMap(({ labels }) => labels);
  const known = all.find((label) => isSame(label.name, name));
  return [...issue.labels, known ?? { id: `new label ${name.toLowerCase()}`, name }];
}

export function withoutLabel({ labels }: ObservedIssue, name: string): ObservedIssue["labels"] {
  return labels.filter((label) => !isSame(label.name, name));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
