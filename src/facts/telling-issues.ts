/**
 * Which issues tell more than which of the others they wait for natively: they wait by words, for issues elsewhere,
 * or for what is out of sight. Most do not, and those that read relations need not look at them.
 */
import { changedPlaces, createListMemory } from "../domain/list-memory.ts";
import type { ObservedBlocker, ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import type { IssueReference } from "../domain/reference.ts";
import { readBlockersOf } from "./body-words.ts";

interface Told {
  /** The repository's name, by which words are read. */
  readonly home: string;
  /** By place in the list: 1 where the issue tells more. */
  readonly marks: Uint8Array;
}

const told = createListMemory<ObservedIssue, Told>();

/**
 * As long as the numbers in the list and the repository's name are the same, only an issue that has changed can
 * begin or cease to tell more. `isOwn`: whether it is one of the issues.
 */
export function findTelling(
  issues: readonly ObservedIssue[],
  home: string,
  isOwn: (reference: IssueReference) => boolean,
): readonly ObservedIssue[] {
  const markOf = (issue: ObservedIssue) => (tellsMore(issue, home, isOwn) ? 1 : 0);
  const before = told.find(issues);
  const changed = before?.result.home === home ? changedPlaces(before.list, issues) : undefined;
  const marks = before && changed ? before.result.marks.slice() : Uint8Array.from(issues, markOf);
  for (const place of changed ?? []) {
    const issue = issues[place];
    if (issue) marks[place] = markOf(issue);
  }
  told.keep(issues, { home, marks });
  return issues.filter((_, place) => marks[place] === 1);
}

function tellsMore(
  issue: ObservedIssue,
  home: string,
  isOwn: (reference: IssueReference) => boolean,
): boolean {
  if (issue.hiddenBlockers > 0 || readBlockersOf(issue, home).length > 0) return true;
  return issue.blockedBy.some(({ reference, seen }) => !isOwn(reference) || seen?.isPrivate);
}

/** Beside a public plan a private repository stays unnamed, and its issues are a number only. */
export function isSecret(
  { seen }: ObservedBlocker,
  home: Pick<ObservedRepository, "isPrivate">,
): boolean {
  return seen?.isPrivate === true && !home.isPrivate;
}
