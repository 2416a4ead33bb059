/**
 * Who waits for whom: native relations and words in bodies, merged. The state of an issue of this
 * repository is read from that issue; a relation's own copy of it may be old.
 */
import type { ObservedBlocker, ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import type { Dependency, Finding, ForeignIssue } from "../domain/project.ts";
import { type ForeignReference, type IssueReference, splitForeign } from "../domain/reference.ts";
import { readBlockersOf } from "./body-words.ts";
import { findTelling, isSecret } from "./telling-issues.ts";

export interface DependencyFacts {
  /** The numbers of issues that wait for something by words. */
  readonly withWords: Iterable<number>;
  /** What an issue waits for by words alone, as far as anything is known of it. */
  wordsOf(issue: ObservedIssue): readonly IssueReference[];
  of(issue: ObservedIssue): readonly Dependency[];
  /** Blockers of an issue that cannot be named and count as open. */
  hiddenOf(issue: ObservedIssue): number;
  /** Whether something is known of an issue: one that we have read, or a blocker of one. */
  isKnown(reference: IssueReference): boolean;
  /** Blockers that are no issue of this repository that we have read. */
  readonly foreign: ReadonlyMap<IssueReference, ForeignIssue>;
  readonly findings: readonly Finding[];
}

const none: readonly never[] = [];

/** References named in one message. */
const longestList = 5;

/** `isOwn`: whether it is one of the issues. */
export function gatherDependencies(
  issues: readonly ObservedIssue[],
  repository: ObservedRepository,
  isOwn: (reference: IssueReference) => boolean,
): DependencyFacts {
  const telling = findTelling(issues, repository.nameWithOwner, isOwn);
  const related = relatedElsewhere(telling, isOwn, repository);
  const spellings = new Map(
    [...related.keys()]
      .filter((one) => typeof one === "string")
      .map((one) => [one.toLowerCase(), one]),
  );
  const isKnown = (reference: IssueReference) => isOwn(reference) || related.has(reference);
  const foreign = new Map(related);
  const byWords = new Map<number, readonly IssueReference[]>();
  const findings: Finding[] = [];
  for (const issue of telling) {
    const words = readWords(issue, repository.nameWithOwner, spellings);
    const unknown = words.length === 0 ? none : words.filter((one) => !isKnown(one));
    for (const one of unknown) {
      if (typeof one !== "number") foreign.set(one, unseen(one, repository));
    }
    if (words.length > 0) byWords.set(issue.number, words);
    if (issue.state === "open") addFindings(findings, issue, unknown, repository);
  }
  const isThere = (one: IssueReference) => isOwn(one) || foreign.has(one);
  const wordsThere = ({ number }: ObservedIssue) => byWords.get(number)?.filter(isThere) ?? none;
  return {
    withWords: byWords.keys(),
    wordsOf: wordsThere,
    of: (issue) => merge(issue, wordsThere(issue), repository),
    hiddenOf: (issue) => issue.hiddenBlockers + openSecretsOf(issue, repository),
    isKnown,
    foreign,
    findings,
  };
}

/** What native relations say of issues that we have not read. */
function relatedElsewhere(
  issues: readonly ObservedIssue[],
  isOwn: (reference: IssueReference) => boolean,
  repository: ObservedRepository,
): ReadonlyMap<IssueReference, ForeignIssue> {
  const related = new Map<IssueReference, ForeignIssue>();
  for (const { blockedBy } of issues) {
    for (const blocker of blockedBy) {
      if (isOwn(blocker.reference) || isSecret(blocker, repository)) continue;
      related.set(blocker.reference, seen(blocker, repository));
    }
  }
  return related;
}

function openSecretsOf({ blockedBy }: ObservedIssue, repository: ObservedRepository): number {
  let count = 0;
  for (const blocker of blockedBy) {
    if (blocker.seen?.state === "open" && isSecret(blocker, repository)) count += 1;
  }
  return count;
}

/** `spellings`: how GitHub writes a reference, by its lower case; people do as they like. */
function readWords(
  issue: ObservedIssue,
  home: string,
  spellings: Map<string, ForeignReference>,
): readonly IssueReference[] {
  const written = readBlockersOf(issue, home);
  if (written.length === 0) return none;
  const words = written.map((reference) => {
    if (typeof reference === "number") return reference;
    const key = reference.toLowerCase();
    const spelled = spellings.get(key) ?? reference;
    spellings.set(key, spelled);
    return spelled;
  });
  const isNative = (one: IssueReference) =>
    issue.blockedBy.some((blocker) => blocker.reference === one);
  return [...new Set(words)].filter((reference) => !isNative(reference));
}

function merge(
  { blockedBy }: ObservedIssue,
  words: readonly IssueReference[],
  repository: ObservedRepository,
): readonly Dependency[] {
  if (blockedBy.length + words.length === 0) return none;
  const native = namedOf(blockedBy, repository).map(
    ({ reference }): Dependency => ({ on: reference, origin: "native" }),
  );
  if (words.length === 0) return native;
  return [...native, ...words.map((on): Dependency => ({ on, origin: "text" }))];
}

function namedOf(
  blockers: readonly ObservedBlocker[],
  repository: ObservedRepository,
): readonly ObservedBlocker[] {
  for (const blocker of blockers) {
    if (isSecret(blocker, repository)) return blockers.filter((one) => !isSecret(one, repository));
  }
  return blockers;
}

function seen(blocker: ObservedBlocker, repository: ObservedRepository): ForeignIssue {
  if (!blocker.seen) return unseen(blocker.reference, repository);
  const { title, state, stateReason } = blocker.seen;
  const closed = stateReason === "not_planned" ? "dropped" : "completed";
  return {
    reference: blocker.reference,
    title,
    url: urlOf(blocker.reference, repository),
    state: state === "open" ? "open" : closed,
  };
}

/** Known by name alone. */
export function unseen(reference: IssueReference, repository: ObservedRepository): ForeignIssue {
  return { reference, title: null, url: urlOf(reference, repository), state: "unknown" };
}

function urlOf(reference: IssueReference, { url, nameWithOwner }: ObservedRepository): string {
  if (typeof reference === "number") return `${url}/issues/${reference}`;
  const [other, number] = splitForeign(reference);
  return `${url.slice(0, url.length - nameWithOwner.length)}${other}/issues/${number}`;
}

function addFindings(
  findings: Finding[],
  issue: ObservedIssue,
  unknown: readonly IssueReference[],
  repository: ObservedRepository,
): void {
  const secrets = openSecretsOf(issue, repository);
  if (unknown.length > 0) findings.push(...unknownReferences(issue, unknown));
  if (issue.hiddenBlockers + secrets > 0) findings.push(...outOfSight(issue, secrets));
}

/** One finding for all the numbers, one for all elsewhere: a text may hold a hundred. */
function unknownReferences(
  issue: ObservedIssue,
  unknown: readonly IssueReference[],
): readonly Finding[] {
  const numbers = unknown.filter((one) => typeof one === "number");
  const elsewhere = unknown.filter((one) => typeof one !== "number");
  const messages = [
    ...(numbers.length > 0 ? [noSuchIssue(issue, numbers)] : []),
    ...(elsewhere.length > 0 ? [notSeen(issue, elsewhere)] : []),
  ];
  return messages.map((message) => ({
    rule: "unknown-reference",
    severity: "warning",
    issues: [issue.number],
    milestone: issue.milestone,
    message,
  }));
}

function outOfSight(
  { number, milestone, hiddenBlockers }: ObservedIssue,
  secrets: number,
): readonly Finding[] {
  const messages = [
    ...(hiddenBlockers > 0
      ? [
          `#${number} waits for ${issues(hiddenBlockers)} of a repository that Milepost may not read, so ${hiddenBlockers === 1 ? "it counts" : "they count"} as open. Install Milepost there too, or remove the dependency.`,
        ]
      : []),
    ...(secrets > 0
      ? [
          `#${number} waits for ${issues(secrets)} of a private repository, which a public plan does not name. See "Relationships" in #${number}.`,
        ]
      : []),
  ];
  return messages.map((message) => ({
    rule: "blocker-out-of-sight",
    severity: "info",
    issues: [number],
    milestone,
    message,
  }));
}

function issues(count: number): string {
  return count === 1 ? "an issue" : `${count} issues`;
}

function noSuchIssue(issue: ObservedIssue, numbers: readonly number[]): string {
  const which = numbers.length === 1 ? "is no issue" : "are no issues";
  return `The text of #${issue.number} says it waits for ${list(numbers)}, which ${which} of this repository (a pull request, or deleted, or moved elsewhere). Correct the text or remove the words.`;
}

function notSeen(issue: ObservedIssue, elsewhere: readonly IssueReference[]): string {
  const [itsState, itCounts, it] =
    elsewhere.length === 1
      ? ["its state", "it counts", "it"]
      : ["their states", "they count", "them"];
  return `The text of #${issue.number} says it waits for ${list(elsewhere)}. From words alone ${itsState} can't be followed, so ${itCounts} as open: add ${it} under "Relationships" as "blocked by", or remove the words.`;
}

function list(references: readonly IssueReference[]): string {
  const rest = references.length - longestList;
  const shown = references.slice(0, longestList).join(", ");
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
