/** Deleting an issue, and moving one to another repository. Neither shows in `since` reads. */
import { addIssue } from "./issues.ts";
import { requireWritable } from "./lookup.ts";
import { moveToMilestone } from "./milestone-counters.ts";
import type { Account, Issue, Milestone, Repository } from "./model.ts";
import { dropPin } from "./pins.ts";
import { leaveRecency } from "./recency.ts";
import { record } from "./timeline.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Deletes an issue for good; its number answers 410 and its edges are gone. */
export function deleteIssue(state: WorldState, actor: Account, issue: Issue): void {
  const { repository } = issue;
  requireWritable(repository);
  state.tick();
  state.emit({ name: "issues", action: "deleted", repository, sender: actor, parts: { issue } });
  cutEdges(issue);
  withdraw(state, issue);
  repository.deletedNumbers.add(issue.number);
}

/** Moves an issue to another repository of the same owner, under a new number and id. */
export function transferIssue(
  state: WorldState,
  actor: Account,
  issue: Issue,
  target: Repository,
): Issue {
  const { repository } = issue;
  requireWritable(repository);
  requireWritable(target);
  if (!target.hasIssues) {
    throw new WorldError("unprocessable", "Issues are disabled for the target repository");
  }
  if (repository.owner !== target.owner || issue.pull !== null) {
    throw new WorldError(
      "unprocessable",
      "Issues can only be transferred to repositories of the same owner",
    );
  }
  state.tick();
  const { title, body, createdAt } = issue;
  const moved = addIssue(state, issue.author, target, { title, body, createdAt }, null);
  carryOver(state, issue, moved);
  record(state, moved, actor, "TransferredEvent", { fromRepository: repository, issue: moved });
  const changes = { new_issue: moved, new_repository: target };
  state.emit({
    name: "issues",
    action: "transferred",
    repository,
    sender: actor,
    parts: { issue, changes },
  });
  withdraw(state, issue);
  repository.deletedNumbers.add(issue.number);
  repository.transferred.set(issue.number, moved);
  leadTo(state, issue, moved);
  const opened = { issue: moved, changes: { old_issue: issue, old_repository: repository } };
  state.emit({
    name: "issues",
    action: "opened",
    repository: target,
    sender: actor,
    parts: opened,
  });
  return moved;
}

/** Whoever holds an earlier id or place of the issue is led to where it is now. */
function leadTo(state: WorldState, issue: Issue, moved: Issue): void {
  for (const [id, node] of state.nodes) if (node === issue) state.nodes.set(id, moved);
  state.nodes.set(issue.nodeId, moved);
  for (const { transferred } of state.repositories) {
    for (const [number, to] of transferred) if (to === issue) transferred.set(number, moved);
  }
}

function carryOver(state: WorldState, issue: Issue, moved: Issue): void {
  const { closedAt, closedBy, stateReason, type, locked, lockReason, duplicateOf } = issue;
  Object.assign(moved, { closedAt, closedBy, stateReason, type, locked, lockReason, duplicateOf });
  Object.assign(moved, { lastEditedAt: issue.lastEditedAt, editor: issue.editor });
  moved.state = issue.state;
  moved.edits.push(...issue.edits);
  moved.reactions.push(...issue.reactions);
  moveToMilestone(moved, sameMilestone(issue, moved.repository));
  for (const login of issue.subscribers) moved.subscribers.add(login);
  for (const assignee of issue.assignees) moved.assignees.add(assignee);
  for (const label of issue.labels) {
    const same = moved.repository.labels.get(label.name.toLowerCase());
    if (same === undefined) continue;
    moved.labels.add(same);
    same.issues.add(moved);
  }
  for (const comment of issue.comments) {
    const copy = { ...comment, issue: moved };
    moved.comments.push(copy);
    state.comments.set(copy.id, copy);
    state.nodes.set(copy.nodeId, copy);
  }
  for (const event of issue.timeline) moved.timeline.push({ ...event, subject: moved });
  moveEdges(issue, moved);
}

/** Milestones come along where the new repository has one of the same title and day. */
function sameMilestone({ milestone }: Issue, target: Repository): Milestone | null {
  if (milestone === null) return null;
  for (const other of target.milestones.values()) {
    if (other.title === milestone.title && other.dueOn === milestone.dueOn) return other;
  }
  return null;
}

function moveEdges(issue: Issue, moved: Issue): void {
  const { parent } = issue;
  const edges = { blockers: [...issue.blockedBy], blocked: [...issue.blocking] };
  const children = [...issue.subIssues];
  cutEdges(issue);
  for (const blocker of edges.blockers) link(moved, blocker);
  for (const blocked of edges.blocked) link(blocked, moved);
  moved.parent = parent;
  parent?.subIssues.push(moved);
  for (const child of children) {
    child.parent = moved;
    moved.subIssues.push(child);
  }
}

function link(issue: Issue, blocker: Issue): void {
  issue.blockedBy.add(blocker);
  blocker.blocking.add(issue);
}

function cutEdges(issue: Issue): void {
  for (const blocker of issue.blockedBy) blocker.blocking.delete(issue);
  for (const blocked of issue.blocking) blocked.blockedBy.delete(issue);
  issue.parent?.subIssues.splice(issue.parent.subIssues.indexOf(issue), 1);
  for (const child of issue.subIssues) child.parent = null;
  for (const tracker of issue.trackedIn) {
    tracker.tracks = tracker.tracks.filter((other) => other !== issue);
  }
  for (const target of issue.tracks) target.trackedIn.delete(issue);
}

function withdraw(state: WorldState, issue: Issue): void {
  dropPin(state, issue);
  moveToMilestone(issue, null);
  for (const label of issue.labels) label.issues.delete(issue);
  leaveRecency(issue);
  issue.repository.issues.delete(issue.number);
  state.nodes.delete(issue.nodeId);
  state.issuesById.delete(issue.id);
}
