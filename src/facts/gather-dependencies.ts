/**
 * Who waits for whom: native relations and words in bodies, merged. The state of an issue of this
 * repository is read from that issue; a relation's own copy of it may be old.
 */
import { changedPlaces, createListMemory } from "../domain/list-memory.ts";
import type { ObservedBlocker, ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import type { Dependency, Finding, ForeignIssue } from "../domain/project.ts";
import { type ForeignReference, type IssueReference, splitForeign } from "../domain/reference.ts";
import { sameList } from "../domain/same-list.ts";
import { readBlockersOf } from "./body-words.ts";
import { dependencyFindings } from "./dependency-findings.ts";
import { findTelling, isSecret } from "./telling-issues.ts";

export interface DependencyFacts {
  /** The numbers of issues that wait for something by words. */
  readonly withWords: readonly number[];
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

interface Gathered {
  /** Those of all issues. */
  readonly numbers: ReadonlySet<IssueReference>;
  readonly repository: ObservedRepository;
  readonly telling: readonly ObservedIssue[];
  readonly facts: DependencyFacts;
}

const gathered = createListMemory<ObservedIssue, Gathered>();

/**
 * `isOwn`: whether it is one of the issues. The very same facts as before, as long as the same issues tell the same
 * in a repository of the same name.
 */
export function gatherDependencies(
  issues: readonly ObservedIssue[],
  repository: ObservedRepository,
  isOwn: (reference: IssueReference) => boolean,
): DependencyFacts {
  const telling = findTelling(issues, repository.nameWithOwner, isOwn);
  const last = gathered.find(issues);
  const before = last && changedPlaces(last.list, issues) ? last.result : undefined;
  const isKnown =
    before && isNamedAlike(before.repository, repository) && sameList(before.telling, telling);
  // Numbers alone: facts are kept for long, and the issues that they were gathered from must not be.
  const numbers = before?.numbers ?? new Set(issues.map(({ number }) => number));
  const facts = isKnown
    ? before.facts
    : gatherFrom(telling, repository, (reference) => numbers.has(reference));
  return gathered.keep(issues, { numbers, repository, telling, facts }).facts;
}

function isNamedAlike(some: ObservedRepository, other: ObservedRepository): boolean {
  return (
    some.nameWithOwner === other.nameWithOwner &&
    some.url === other.url &&
    some.isPrivate === other.isPrivate
  );
}

function gatherFrom(
  telling: readonly ObservedIssue[],
  repository: ObservedRepository,
  isOwn: (reference: IssueReference) => boolean,
): DependencyFacts {
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
    if (issue.state === "open") {
      findings.push(...dependencyFindings(issue, unknown, openSecretsOf(issue, repository)));
    }
  }
  const isThere = (one: IssueReference) => isOwn(one) || foreign.has(one);
  const wordsThere = ({ number }: ObservedIssue) => byWords.get(number)?.filter(isThere) ?? none;
  return {
    withWords: [...byWords.keys()],
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
