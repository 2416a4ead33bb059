/** Creating and editing issues. A pull request is an issue with `pull` set and is made here too. */
import { requireBodyFits, requireTitleFits } from "./bodies.ts";
import { requireIssue, requireLabel, requireMilestone, requireWritable } from "./lookup.ts";
import { moveToMilestone } from "./milestone-counters.ts";
import type { Account, Edit, Issue, PullRequest, Repository } from "./model.ts";
import { notify } from "./notifications.ts";
import { enterRecency, touch } from "./recency.ts";
import { applyClosingLinks, applyEditedText, applyNewText, applyTaskList } from "./text-effects.ts";
import { record } from "./timeline.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

export interface NewIssue {
  readonly title: string;
  readonly body?: string;
  readonly milestone?: number;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly type?: string;
  /** An issue that comes from elsewhere keeps its time; now unless given. */
  readonly createdAt?: string;
  /** Seeding only: the number to have, which must be free. */
  readonly number?: number;
}

/** Opens an issue; sends `opened`, then one delivery per label, milestone and assignee. */
export function createIssue(
  state: WorldState,
  actor: Account,
  repository: Repository,
  input: NewIssue,
): Issue {
  requireWritable(repository);
  if (!repository.hasIssues) {
    throw new WorldError("forbidden", "Issues are disabled for this repository");
  }
  requireIssueTextFits(input.title, input.body ?? "");
  const labels = (input.labels ?? []).map((name) => requireLabel(repository, name));
  const milestone = input.milestone ? requireMilestone(repository, input.milestone) : null;
  state.tick();
  const issue = addIssue(state, actor, repository, input, null);
  for (const label of labels) {
    issue.labels.add(label);
    label.issues.add(issue);
    record(state, issue, actor, "LabeledEvent", { label });
  }
  moveToMilestone(issue, milestone);
  if (milestone !== null) {
    record(state, issue, actor, "MilestonedEvent", { milestoneTitle: milestone.title });
  }
  for (const login of input.assignees ?? []) giveNewIssue(state, actor, issue, login);
  if (issue.type !== null) {
    record(state, issue, actor, "IssueTypeAddedEvent", { issueType: issueTypeNode(issue.type) });
  }
  applyNewText(state, issue, actor, issue.body);
  applyTaskList(state, issue);
  tellOfNewIssue(state, actor, issue);
  return issue;
}

function giveNewIssue(state: WorldState, actor: Account, issue: Issue, login: string): void {
  const assignee = state.account(login);
  issue.assignees.add(assignee);
  record(state, issue, actor, "AssignedEvent", { assignee, user: assignee });
  notify(state, login.toLowerCase(), "assign", issue, actor);
}

function tellOfNewIssue(state: WorldState, sender: Account, issue: Issue): void {
  const { repository } = issue;
  const tell = (action: string, parts: Record<string, unknown>) =>
    state.emit({ name: "issues", action, repository, sender, parts: { issue, ...parts } });
  tell("opened", {});
  for (const label of issue.labels) tell("labeled", { label });
  if (issue.milestone !== null) tell("milestoned", { milestone: issue.milestone });
  for (const assignee of issue.assignees) tell("assigned", { assignee });
  if (issue.type !== null) tell("typed", { type: issueTypeJson(issue.type) });
}

/** A type as GraphQL's events have it. */
export function issueTypeNode(name: string): Record<string, unknown> {
  return { id: `IT_${name}`, name, isEnabled: true, color: "BLUE", description: null };
}

/** The `type` key of `issues.typed`. */
export function issueTypeJson(name: string): Record<string, unknown> {
  return { id: 1, node_id: `IT_${name}`, name, description: null, color: "blue", is_enabled: true };
}

/** Enters a bare issue or pull request in the world, at the present time, telling nobody. */
export function addIssue(
  state: WorldState,
  author: Account,
  repository: Repository,
  input: NewIssue,
  pull: PullRequest | null,
): Issue {
  const number = takeNumber(repository, input.number);
  const at = state.clock.iso();
  const issue: Issue = {
    kind: "issue",
    ...state.identify(pull === null ? "I" : "PR", "I"),
    ...{ number, repository, author, pull, createdAt: input.createdAt ?? at, updatedAt: at },
    ...{ title: input.title, body: input.body ?? "", state: "open", stateReason: null },
    ...{ labels: new Set(), milestone: null, assignees: new Set(), type: input.type ?? null },
    ...{ closedAt: null, closedBy: null, lastEditedAt: null, editor: null, edits: [] },
    ...{ locked: false, lockReason: null, blockedBy: new Set(), blocking: new Set() },
    ...{ parent: null, subIssues: [], duplicateOf: null, timeline: [], comments: [] },
    ...{ reactions: [], referencedBy: new Set(), linkedPulls: new Set() },
    ...{ tracks: [], trackedIn: new Set(), subscribers: new Set<string>() },
  };
  repository.issues.set(number, issue);
  state.nodes.set(issue.nodeId, issue);
  state.issuesById.set(issue.id, issue);
  enterRecency(issue);
  return issue;
}

function takeNumber(repository: Repository, wanted: number | undefined): number {
  const number = wanted ?? repository.nextNumber;
  if (repository.issues.has(number) || repository.deletedNumbers.has(number)) {
    throw new Error(`sandbox: ${repository.nameWithOwner}#${number} is taken`);
  }
  repository.nextNumber = Math.max(repository.nextNumber, number + 1);
  return number;
}

/** Changes title, body or both; equal text is no change. */
export function editIssue(
  state: WorldState,
  actor: Account,
  repository: Repository,
  number: number,
  input: { readonly title?: string; readonly body?: string },
): Issue {
  requireWritable(repository);
  const issue = requireIssue(repository, number);
  const title = input.title ?? issue.title;
  const body = input.body ?? issue.body;
  requireIssueTextFits(title, body);
  const earlier = { title: issue.title, body: issue.body };
  if (title === earlier.title && body === earlier.body) return issue;
  const at = state.tick();
  touch(issue, at);
  if (title !== earlier.title) rename(state, actor, issue, title);
  if (body !== earlier.body) rewrite(state, actor, issue, body);
  const changes = {
    ...(title === earlier.title ? {} : { title: { from: earlier.title } }),
    ...(body === earlier.body ? {} : { body: { from: earlier.body } }),
  };
  const name = issue.pull === null ? "issues" : "pull_request";
  const subject = issue.pull === null ? { issue } : { number, pull_request: issue };
  state.emit({ name, action: "edited", repository, sender: actor, parts: { ...subject, changes } });
  return issue;
}

/** Refuses a title or body that GitHub would not take. */
export function requireIssueTextFits(title: string, body: string): void {
  requireTitleFits("Issue", title);
  requireBodyFits("Issue", body);
}

function rename(state: WorldState, actor: Account, issue: Issue, title: string): void {
  record(state, issue, actor, "RenamedTitleEvent", {
    previousTitle: issue.title,
    currentTitle: title,
  });
  issue.title = title;
}

function rewrite(state: WorldState, actor: Account, issue: Issue, body: string): void {
  const earlier = issue.body;
  keepEdit(state, issue, actor, earlier, body);
  issue.body = body;
  applyEditedText(state, issue, actor, body, earlier);
  applyTaskList(state, issue);
  applyClosingLinks(state, issue);
}

/** Remembers a change of a body; the first one remembers the text as it was written, too. */
export function keepEdit(
  state: WorldState,
  text: Pick<Issue, "edits" | "author" | "createdAt" | "lastEditedAt" | "editor">,
  editor: Account,
  earlier: string,
  body: string,
): void {
  const add = (by: Account, editedAt: string, version: string) => {
    const { nodeId } = state.identify("UCE");
    const edit: Edit = { kind: "edit", nodeId, editor: by, editedAt, body: version };
    text.edits.push(edit);
    state.nodes.set(nodeId, edit);
  };
  if (text.edits.length === 0) add(text.author, text.createdAt, earlier);
  add(editor, state.clock.iso(), body);
  text.lastEditedAt = state.clock.iso();
  text.editor = editor;
}
