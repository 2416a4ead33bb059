/**
 * "Blocked by" edges between issues, within a repository or across. Neither end's `updatedAt`
 * moves; two deliveries per edge are sent, one to each end's repository.
 */
import { requireWritable } from "./lookup.ts";
import type { Account, Issue } from "./model.ts";
import { record } from "./timeline.ts";
import { invalid } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** The most issues one issue may be blocked by, or block. Not documented by GitHub. */
const DEPENDENCY_LIMIT = 50;

/** Records that `blocker` blocks `issue`; refuses itself, a pull request, and an edge already there. */
export function addBlockedBy(
  state: WorldState,
  actor: Account,
  issue: Issue,
  blocker: Issue,
): void {
  requireWritable(issue.repository);
  requireEdgeAllowed(issue, blocker);
  state.tick();
  issue.blockedBy.add(blocker);
  blocker.blocking.add(issue);
  record(state, issue, actor, "BlockedByAddedEvent", { blockingIssue: blocker });
  record(state, blocker, actor, "BlockingAddedEvent", { blockedIssue: issue });
  tellBothEnds(state, actor, issue, blocker, "added");
}

/** Takes an edge away; throws "not-found"-like 422 when it is not there. */
export function removeBlockedBy(
  state: WorldState,
  actor: Account,
  issue: Issue,
  blocker: Issue,
): void {
  requireWritable(issue.repository);
  if (!issue.blockedBy.has(blocker)) {
    throw invalid(
      "IssueDependency",
      "blocking_issue_id",
      "invalid",
      "The issue is not blocked by that issue",
    );
  }
  state.tick();
  issue.blockedBy.delete(blocker);
  blocker.blocking.delete(issue);
  record(state, issue, actor, "BlockedByRemovedEvent", { blockingIssue: blocker });
  record(state, blocker, actor, "BlockingRemovedEvent", { blockedIssue: issue });
  tellBothEnds(state, actor, issue, blocker, "removed");
}

function requireEdgeAllowed(issue: Issue, blocker: Issue): void {
  const refuse = (message: string) =>
    invalid("IssueDependency", "blocking_issue_id", "custom", message);
  if (issue === blocker) throw refuse("An issue cannot be blocked by itself");
  if (issue.pull !== null || blocker.pull !== null) {
    throw refuse("Dependencies can only be set between issues");
  }
  if (issue.blockedBy.has(blocker)) throw refuse("The issue is already blocked by that issue");
  if (issue.blockedBy.size >= DEPENDENCY_LIMIT) {
    throw refuse(`An issue cannot be blocked by more than ${DEPENDENCY_LIMIT} issues`);
  }
  if (blocker.blocking.size >= DEPENDENCY_LIMIT) {
    throw refuse(`An issue cannot block more than ${DEPENDENCY_LIMIT} issues`);
  }
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
