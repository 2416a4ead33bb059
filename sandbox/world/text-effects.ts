/**
 * What a text does to the rest of the world once it is written: cross-references (once per pair of
 * source and target, without moving `updatedAt`), mentions, tracked tasks.
 */
import type { Account, Issue } from "./model.ts";
import { announce, notify } from "./notifications.ts";
import { type IssueReference, parseMarkdownReferences } from "./references.ts";
import { findTrackedReferences } from "./task-list.ts";
import { record } from "./timeline.ts";
import type { WorldState } from "./world-state.ts";

/** A body or comment as it is first written. */
export function applyNewText(state: WorldState, source: Issue, by: Account, text: string): void {
  const references = parseMarkdownReferences(text, source.repository.nameWithOwner);
  crossReference(state, source, by, references.issues);
  announce(state, source, by, references.mentions);
}

/** A body or comment that was changed: only people it did not mention before are told. */
export function applyEditedText(
  state: WorldState,
  source: Issue,
  by: Account,
  text: string,
  earlier: string,
): void {
  const home = source.repository.nameWithOwner;
  const references = parseMarkdownReferences(text, home);
  crossReference(state, source, by, references.issues);
  const before = new Set(parseMarkdownReferences(earlier, home).mentions);
  for (const login of references.mentions) {
    if (!before.has(login)) notify(state, login, "mention", source, by);
  }
}

/** Brings the tracked issues of a body up to date with its task list. */
export function applyTaskList(state: WorldState, issue: Issue): void {
  const references = findTrackedReferences(issue.body, issue.repository.nameWithOwner);
  if (references.length === 0 && issue.tracks.length === 0) return;
  for (const earlier of issue.tracks) earlier.trackedIn.delete(issue);
  issue.tracks = resolveReferences(state, references).filter((target) => target !== issue);
  for (const target of issue.tracks) target.trackedIn.add(issue);
}

/** Brings the issues a pull request closes up to date with its body; only the default branch closes. */
export function applyClosingLinks(state: WorldState, issue: Issue): void {
  const { pull, repository } = issue;
  if (pull === null || pull.baseRef !== repository.defaultBranch) return;
  for (const earlier of pull.closes) earlier.linkedPulls.delete(issue);
  const { issues } = parseMarkdownReferences(issue.body, repository.nameWithOwner);
  const closing = issues.filter((reference) => reference.closes);
  const named = resolveReferences(state, closing).filter((target) => target.pull === null);
  pull.closes = [...new Set([...pull.connected, ...named])];
  for (const target of pull.closes) target.linkedPulls.add(issue);
}

/** The issues that exist among the references, each once, in order. */
export function resolveReferences(
  state: WorldState,
  references: readonly IssueReference[],
): readonly Issue[] {
  const found = references.map(({ repository, number }) =>
    state.findRepository(repository)?.issues.get(number),
  );
  return [...new Set(found)].filter((issue) => issue !== undefined);
}

function crossReference(
  state: WorldState,
  source: Issue,
  by: Account,
  references: readonly IssueReference[],
): void {
  const closing = source.pull === null ? [] : references.filter((reference) => reference.closes);
  const closes = resolveReferences(state, closing);
  for (const target of resolveReferences(state, references)) {
    if (target === source || target.referencedBy.has(source)) continue;
    target.referencedBy.add(source);
    record(state, target, by, "CrossReferencedEvent", {
      source,
      target,
      referencedAt: state.clock.iso(),
      isCrossRepository: source.repository !== target.repository,
      willCloseTarget: closes.includes(target),
    });
  }
}
