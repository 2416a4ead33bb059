/** Closing, reopening and locking issues, and the boxes GitHub ticks when an issue closes. */
import { requireIssue, requireWritable } from "./lookup.ts";
import { changeState } from "./milestone-counters.ts";
import type { Account, Commit, Issue, Repository } from "./model.ts";
import { touch } from "./recency.ts";
import { tickEntries } from "./task-list.ts";
import { record } from "./timeline.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

export type CloseReason = "completed" | "not_planned" | "duplicate";

export interface Closing {
  readonly reason?: CloseReason;
  /** The issue that stays, when the reason is "duplicate". */
  readonly duplicateOf?: Issue;
  /** What closed it, when it was not a person's click. */
  readonly closer?: Commit | Issue;
}

/** Closes an issue, or gives a closed one another reason; the same reason again is no change. */
export function closeIssue(
  state: WorldState,
  actor: Account,
  issue: Issue,
  { reason = "completed", duplicateOf, closer }: Closing = {},
): Issue {
  requireWritable(issue.repository);
  if (issue.state === "closed" && issue.stateReason === reason) return issue;
  const at = state.tick();
  const wasOpen = issue.state === "open";
  changeState(issue, "closed");
  issue.stateReason = reason;
  issue.duplicateOf = reason === "duplicate" ? (duplicateOf ?? null) : null;
  if (wasOpen) issue.closedAt = at;
  issue.closedBy = actor;
  touch(issue, at);
  record(state, issue, actor, "ClosedEvent", {
    stateReason: reason.toUpperCase(),
    duplicateOf: issue.duplicateOf,
    closer: closer ?? null,
    closable: issue,
  });
  if (issue.duplicateOf !== null) markDuplicate(state, actor, issue, issue.duplicateOf);
  tell(state, actor, issue, "closed");
  tickWhereTracked(state, actor, issue);
  return issue;
}

function markDuplicate(state: WorldState, actor: Account, issue: Issue, canonical: Issue): void {
  const isCrossRepository = issue.repository !== canonical.repository;
  const details = { duplicate: issue, canonical, isCrossRepository };
  record(state, issue, actor, "MarkedAsDuplicateEvent", details);
}

/** Opens a closed issue again. */
export function reopenIssue(state: WorldState, actor: Account, issue: Issue): Issue {
  requireWritable(issue.repository);
  if (issue.state === "open") return issue;
  requireReopenable(issue);
  const at = state.tick();
  changeState(issue, "open");
  issue.stateReason = "reopened";
  issue.closedAt = null;
  issue.closedBy = null;
  issue.duplicateOf = null;
  touch(issue, at);
  record(state, issue, actor, "ReopenedEvent", { stateReason: "REOPENED", closable: issue });
  tell(state, actor, issue, "reopened");
  tickWhereTracked(state, actor, issue);
  return issue;
}

function requireReopenable({ pull, repository }: Issue): void {
  if (pull === null) return;
  const refuse = (why: string) =>
    new WorldError("unprocessable", `state cannot be changed. ${why}`);
  if (pull.mergedAt !== null) throw refuse("The pull request cannot be reopened.");
  if (!repository.refs.has(pull.headRef)) {
    throw refuse(`The ${pull.headRef} branch has been deleted.`);
  }
}

function tell(state: WorldState, sender: Account, issue: Issue, action: string): void {
  const { repository, number } = issue;
  if (issue.pull === null) {
    state.emit({ name: "issues", action, repository, sender, parts: { issue } });
  } else {
    const parts = { number, pull_request: issue };
    state.emit({ name: "pull_request", action, repository, sender, parts });
  }
}

/** Ticks or clears the issue's box in the task lists of other issues, as GitHub does unasked. */
function tickWhereTracked(state: WorldState, sender: Account, issue: Issue): void {
  for (const tracker of issue.trackedIn) {
    const { repository } = tracker;
    const body = tickEntries(
      tracker.body,
      repository.nameWithOwner,
      (reference) =>
        reference.number === issue.number &&
        state.findRepository(reference.repository) === issue.repository,
      issue.state === "closed",
    );
    if (body === tracker.body) continue;
    const changes = { body: { from: tracker.body } };
    tracker.body = body;
    touch(tracker, state.clock.iso());
    state.emit({
      name: "issues",
      action: "edited",
      repository,
      sender,
      parts: { issue: tracker, changes },
    });
  }
}

/** Locks the conversation: only people with write may comment, Apps may not, nobody may react. */
export function lockIssue(
  state: WorldState,
  actor: Account,
  repository: Repository,
  number: number,
  isLocked: boolean,
): void {
  requireWritable(repository);
  const issue = requireIssue(repository, number);
  if (issue.locked === isLocked) return;
  const at = state.tick();
  issue.locked = isLocked;
  touch(issue, at);
  record(state, issue, actor, isLocked ? "LockedEvent" : "UnlockedEvent", { lockReason: null });
  const action = isLocked ? "locked" : "unlocked";
  state.emit({ name: "issues", action, repository, sender: actor, parts: { issue } });
}
