/** What is set on an issue besides its text: labels, milestone, assignees, type. */

import { issueTypeJson, issueTypeNode } from "./issues.ts";
import { requireLabel, requireWritable } from "./lookup.ts";
import { moveToMilestone } from "./milestone-counters.ts";
import type { Account, Issue, Label, Milestone } from "./model.ts";
import { notify } from "./notifications.ts";
import { touch } from "./recency.ts";
import { record } from "./timeline.ts";
import { invalid } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Sends an `issues` or `pull_request` delivery about one issue. */
function tell(
  state: WorldState,
  sender: Account,
  issue: Issue,
  action: string,
  parts: Readonly<Record<string, unknown>>,
): void {
  const { repository, number, pull } = issue;
  const name = pull === null ? "issues" : "pull_request";
  const subject = pull === null ? { issue } : { number, pull_request: issue };
  state.emit({ name, action, repository, sender, parts: { ...subject, ...parts } });
}

/** Puts labels on; those already on are no change. Throws "not-found" for a label that is not there. */
export function addLabels(
  state: WorldState,
  actor: Account,
  issue: Issue,
  names: readonly string[],
): void {
  requireWritable(issue.repository);
  const labels = names.map((name) => requireLabel(issue.repository, name));
  requireRoom(state, new Set([...issue.labels, ...labels]).size);
  for (const label of labels) {
    if (issue.labels.has(label)) continue;
    touch(issue, state.tick());
    issue.labels.add(label);
    label.issues.add(issue);
    record(state, issue, actor, "LabeledEvent", { label });
    tell(state, actor, issue, "labeled", { label });
  }
}

function requireRoom({ unverified: { labelLimit } }: WorldState, count: number): void {
  if (count <= labelLimit) return;
  throw invalid("Issue", "labels", "custom", `Issue cannot have more than ${labelLimit} labels`);
}

/** Takes a label off. */
export function removeLabel(state: WorldState, actor: Account, issue: Issue, label: Label): void {
  requireWritable(issue.repository);
  if (!issue.labels.delete(label)) return;
  label.issues.delete(issue);
  touch(issue, state.tick());
  record(state, issue, actor, "UnlabeledEvent", { label });
  tell(state, actor, issue, "unlabeled", { label });
}

/** Makes the labels exactly these. */
export function setLabels(
  state: WorldState,
  actor: Account,
  issue: Issue,
  names: readonly string[],
): void {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const label of [...issue.labels]) {
    if (!wanted.has(label.name.toLowerCase())) removeLabel(state, actor, issue, label);
  }
  addLabels(state, actor, issue, names);
}

/** Moves the issue to a milestone or to none; both events keep the title of that moment. */
export function setMilestone(
  state: WorldState,
  actor: Account,
  issue: Issue,
  milestone: Milestone | null,
): void {
  requireWritable(issue.repository);
  const earlier = issue.milestone;
  if (earlier === milestone) return;
  touch(issue, state.tick());
  moveToMilestone(issue, milestone);
  if (earlier !== null) {
    record(state, issue, actor, "DemilestonedEvent", { milestoneTitle: earlier.title });
    tell(state, actor, issue, "demilestoned", { milestone: earlier });
  }
  if (milestone !== null) {
    record(state, issue, actor, "MilestonedEvent", { milestoneTitle: milestone.title });
    tell(state, actor, issue, "milestoned", { milestone });
  }
}

/** Assigns people who are not yet assigned, and tells them. */
export function assign(
  state: WorldState,
  actor: Account,
  issue: Issue,
  logins: readonly string[],
): void {
  requireWritable(issue.repository);
  for (const login of logins) {
    const assignee = state.account(login);
    if (issue.assignees.has(assignee)) continue;
    touch(issue, state.tick());
    issue.assignees.add(assignee);
    record(state, issue, actor, "AssignedEvent", { assignee, user: assignee });
    notify(state, login.toLowerCase(), "assign", issue, actor);
    tell(state, actor, issue, "assigned", { assignee });
  }
}

/** Takes people off who are assigned. */
export function unassign(
  state: WorldState,
  actor: Account,
  issue: Issue,
  logins: readonly string[],
): void {
  requireWritable(issue.repository);
  for (const login of logins) {
    const assignee = state.accounts.get(login.toLowerCase());
    if (assignee === undefined || !issue.assignees.delete(assignee)) continue;
    touch(issue, state.tick());
    record(state, issue, actor, "UnassignedEvent", { assignee, user: assignee });
    tell(state, actor, issue, "unassigned", { assignee });
  }
}

/** Makes the assignees exactly these. */
export function setAssignees(
  state: WorldState,
  actor: Account,
  issue: Issue,
  logins: readonly string[],
): void {
  const wanted = new Set(logins.map((login) => login.toLowerCase()));
  const gone = [...issue.assignees].map((account) => account.login);
  unassign(
    state,
    actor,
    issue,
    gone.filter((login) => !wanted.has(login.toLowerCase())),
  );
  assign(state, actor, issue, logins);
}

function recordType(
  state: WorldState,
  issue: Issue,
  actor: Account,
  { earlier, type }: { readonly earlier: string | null; readonly type: string | null },
): void {
  const issueType = issueTypeNode(type ?? earlier ?? "");
  if (type === null) record(state, issue, actor, "IssueTypeRemovedEvent", { issueType });
  else if (earlier === null) record(state, issue, actor, "IssueTypeAddedEvent", { issueType });
  else {
    const prevIssueType = issueTypeNode(earlier);
    record(state, issue, actor, "IssueTypeChangedEvent", { issueType, prevIssueType });
  }
}

/** Gives the issue a type, or none. */
export function setType(
  state: WorldState,
  actor: Account,
  issue: Issue,
  type: string | null,
): void {
  requireWritable(issue.repository);
  const earlier = issue.type;
  if (earlier === type) return;
  touch(issue, state.tick());
  issue.type = type;
  const named = type ?? earlier ?? "";
  recordType(state, issue, actor, { earlier, type });
  tell(state, actor, issue, type === null ? "untyped" : "typed", { type: issueTypeJson(named) });
}
