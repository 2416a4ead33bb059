/**
 * How a read joins what is known. Issues replace their older selves; what hints say is gone or renamed
 * is applied by hand, because GitHub moves no date for it.
 */
import { ByNumber } from "../domain/by-number.ts";
import { addMinutes } from "../domain/calendar.ts";
import type { Instant, ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import { carriersOf, heal } from "./heal-issues.ts";
import type { Hint } from "./hint.ts";
import type { Reading, ReadRequest } from "./ports.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

/** Events and reads may be a little out of step, so each delta read looks back this far. */
const overlapMinutes = 1;

/** Everything where nothing is known; else what changed since, and the issues that hints name. */
export function requestFor(
  known: RepositoryMemory | null,
  hints: readonly Hint[],
  basePaths: readonly string[],
): ReadRequest {
  const paths = [...new Set([...basePaths, ...(known?.files.keys() ?? [])])];
  const texts = [...new Set(hints.flatMap((hint) => (hint.kind === "text" ? [hint.id] : [])))];
  const isFull =
    known === null || known.isSyncDue || hints.some((hint) => hint.kind === "everything");
  if (isFull || known.cursor === null) return { since: null, issues: [], paths, texts };
  const named = hints.flatMap((hint) => (hint.kind === "issue" ? [hint.number] : []));
  const issues = [...new Set([...named, ...carriersOf(renamedLabels(hints), known.issues)])];
  return { since: addMinutes(known.cursor, -overlapMinutes), issues, paths, texts };
}

/** Whose event may be older than another one that came before it. */
function renamedLabels(hints: readonly Hint[]): ReadonlySet<string> {
  return new Set(hints.flatMap((hint) => (hint.kind === "label-renamed" ? [hint.id] : [])));
}

export function mergeReading(
  remembered: RepositoryMemory | null,
  reading: Reading,
  request: ReadRequest,
  hints: readonly Hint[],
): RepositoryMemory {
  const known = isOf(reading.repository, remembered) ? remembered : null;
  const isFull = request.since === null;
  const issues = ByNumber.copyOf((isFull ? null : known?.issues) ?? new Map());
  for (const hint of hints) applyHint(issues, hint);
  for (const number of reading.gone) issues.delete(number);
  for (const issue of reading.issues) issues.set(issue.number, issue);
  if (!isFull) heal(issues, reading.repository.milestones, reading.issues);
  return {
    repository: reading.repository,
    issues,
    cursor: latest(isFull ? null : (known?.cursor ?? null), reading.issues),
    unreadIssues: isFull ? gapIn(reading.repository, issues) : (known?.unreadIssues ?? 0),
    files: reading.files,
    ...keptFrom(known, isFull),
  };
}

/** What is remembered under a name may be of a repository that had it before. */
export function isOf({ id }: ObservedRepository, memory: RepositoryMemory | null): boolean {
  return memory?.repository.id === id;
}

/** What no read tells. A full read asks again for what may have changed unseen. */
function keptFrom(known: RepositoryMemory | null, isFull: boolean) {
  const kept = { ...nothingKept, ...known };
  const { answered, ran, unnoted, isSyncDue, told, committed, proposed, matched } = kept;
  const { inherited, refusals } = isFull ? nothingKept : kept;
  const ofDocuments = { committed, proposed, matched, inherited, refusals };
  return { answered, ran, unnoted, isSyncDue, told, ...ofDocuments };
}

const nothingKept: Pick<
  RepositoryMemory,
  | "inherited"
  | "answered"
  | "ran"
  | "unnoted"
  | "isSyncDue"
  | "told"
  | "committed"
  | "refusals"
  | "proposed"
  | "matched"
> = {
  ...{ inherited: null, answered: [], told: [], committed: null, refusals: [], proposed: null },
  ...{ matched: null, ran: [], unnoted: [], isSyncDue: false },
};

/** A deletion moves no date and may send no event that arrives: the total tells. */
export function hasLostIssues({ repository, issues, unreadIssues }: RepositoryMemory): boolean {
  return gapIn(repository, issues) !== unreadIssues;
}

function gapIn(repository: ObservedRepository, issues: ReadonlyMap<number, ObservedIssue>): number {
  return repository.issueCount - issues.size;
}

function applyHint(issues: ByNumber<ObservedIssue>, hint: Hint): void {
  switch (hint.kind) {
    case "issue-gone":
      issues.delete(hint.number);
      return;
    case "label-renamed":
      changeLabels(issues, hint.id, (label) => [{ ...label, name: hint.name }]);
      return;
    case "label-deleted":
      changeLabels(issues, hint.id, () => []);
      return;
    case "delta":
    case "everything":
    case "issue":
    case "text":
    case "missed-texts":
    case "pull-request":
    case "cause":
      return;
  }
}

function changeLabels(
  issues: ByNumber<ObservedIssue>,
  id: string,
  change: (label: ObservedIssue["labels"][number]) => ObservedIssue["labels"],
): void {
  for (const issue of issues.values()) {
    if (!issue.labels.some((label) => label.id === id)) continue;
    const labels = issue.labels.flatMap((label) => (label.id === id ? change(label) : [label]));
    issues.set(issue.number, { ...issue, labels });
  }
}

function latest(known: Instant | null, issues: readonly ObservedIssue[]): Instant | null {
  return issues.reduce<Instant | null>(
    (most, { updatedAt }) => (most === null || updatedAt > most ? updatedAt : most),
    known,
  );
}
