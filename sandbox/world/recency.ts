/**
 * When issues last changed. `updatedAt` moves only through `touch`, so what does not call it
 * (dependencies, sub-issues, renames, cross-references, reactions) stays invisible to `since`.
 */
import type { Issue, Repository } from "./model.ts";

/** Records that the issue changed at that time. */
export function touch(issue: Issue, at: string): void {
  issue.updatedAt = at;
  issue.repository.recency.isStale = true;
}

/** Adds a new issue to the index. */
export function enterRecency(issue: Issue): void {
  issue.repository.recency.sorted.push(issue);
  issue.repository.recency.isStale = true;
}

/** Takes a deleted or transferred issue out of the index. */
export function leaveRecency(issue: Issue): void {
  const { recency } = issue.repository;
  recency.sorted = recency.sorted.filter((other) => other !== issue);
}

/** Issues and pull requests, least recently changed first; ties by id. */
export function byRecency(repository: Repository): readonly Issue[] {
  const { recency } = repository;
  if (recency.isStale) {
    recency.sorted.sort(compareRecency);
    recency.isStale = false;
  }
  return recency.sorted;
}

function compareRecency(a: Issue, b: Issue): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? -1 : 1;
  return a.id - b.id;
}
