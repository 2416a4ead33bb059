/**
 * "Blocked by" edges between issues, within a repository or across. Neither end's `updatedAt`
 * moves; two deliveries per edge are sent, one to each end's repository.
 */
import { requireWritable } from "./lookup.ts";
import type { Account, Issue } from "./model.ts";
import { record } from "./timeline.ts";
import { invalidRecord } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Records that `blocker` blocks `issue`; refuses itself, a pull request, and an edge already there. */
export function addBlockedBy(
  state: WorldState,
  actor: Account,
  issue: Issue,
  blocker: Issue,
): void {
  requireWritable(issue.repository);
  requireEdgeAllowed(state, issue, blocker);
  state.tick();
  issue.blockedBy.add(blocker);
  blocker.blocking.add(issue);
  record(state, issue, actor, "BlockedByAddedEvent", { blockingIssue: blocker });
  record(state, blocker, actor, "BlockingAddedEvent", { blockedIssue: issue });
  tellBothEnds(state, actor, issue, blocker, "added");
}

/** Takes an edge away; without it there is nothing to do and nothing refused, as on GitHub. */
export function removeBlockedBy(
  state: WorldState,
  actor: Account,
  issue: Issue,
  blocker: Issue,
): void {
  requireWritable(issue.repository);
  if (!issue.blockedBy.has(blocker)) return;
  state.tick();
  issue.blockedBy.delete(blocker);
  blocker.blocking.delete(issue);
  record(state, issue, actor, "BlockedByRemovedEvent", { blockingIssue: blocker });
  record(state, blocker, actor, "BlockingRemovedEvent", { blockedIssue: issue });
  tellBothEnds(state, actor, issue, blocker, "removed");
}

function requireEdgeAllowed({ unverified }: WorldState, issue: Issue, blocker: Issue): void {
  const refuse = (reason: string) => invalidRecord("Validation failed:", reason);
  if (issue.pull !== null) throw refuse("Source issue may only be an issue");
  if (blocker.pull !== null) throw refuse("Target issue may only be an issue");
  if (issue === blocker) throw refuse("Target issue cannot be the same as the source issue");
  if (issue.blockedBy.has(blocker)) throw refuse("Target issue has already been taken");
  const { dependencyLimit, dependencyCycles } = unverified;
  if (issue.blockedBy.size >= dependencyLimit || blocker.blocking.size >= dependencyLimit) {
    throw refuse(`Dependencies are limited to ${dependencyLimit} per issue`);
  }
  if (dependencyCycles === "refused" && isBlockedThrough(blocker, issue)) {
    throw refuse("Target issue would create a circular dependency");
  }
}

function isBlockedThrough(issue: Issue, wanted: Issue): boolean {
  const seen = new Set([issue]);
  for (const one of seen) for (const blocker of one.blockedBy) seen.add(blocker);
  return seen.has(wanted);
}

function tellBothEnds(
  state: WorldState,
  sender: Account,
  issue: Issue,
  blocker: Issue,
  change: "added" | "removed",
): void {
  const parts = {
    blocked_issue: issue,
    blocked_issue_id: issue.id,
    blocking_issue: blocker,
    blocking_issue_id: blocker.id,
  };
  const name = "issue_dependencies";
  state.emit({
    ...{ name, action: `blocked_by_${change}`, repository: issue.repository, sender },
    parts: { ...parts, blocking_issue_repo: blocker.repository },
  });
  state.emit({
    ...{ name, action: `blocking_${change}`, repository: blocker.repository, sender },
    parts: { ...parts, blocked_issue_repo: issue.repository },
  });
}
