/** Comments on issues and pull requests. A comment and its edits move the issue's `updatedAt`. */
import { requireBodyFits } from "./bodies.ts";
import { keepEdit } from "./issues.ts";
import { requireWritable } from "./lookup.ts";
import type { Account, Comment, Issue } from "./model.ts";
import { touch } from "./recency.ts";
import { applyEditedText, applyNewText } from "./text-effects.ts";
import { invalid, WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Writes a comment; `mayBypassLock` is for people with write access. */
export function addComment(
  state: WorldState,
  author: Account,
  issue: Issue,
  body: string,
  mayBypassLock = false,
): Comment {
  requireWritable(issue.repository);
  requireText(body);
  if (issue.locked && !mayBypassLock) {
    throw new WorldError("forbidden", "Unable to create comment because issue is locked.");
  }
  const at = state.tick();
  const comment: Comment = {
    kind: "comment",
    ...state.identify("IC"),
    ...{ issue, author, body, createdAt: at, updatedAt: at },
    ...{ lastEditedAt: null, editor: null, edits: [], reactions: [], minimizedReason: null },
  };
  issue.comments.push(comment);
  state.comments.set(comment.id, comment);
  state.nodes.set(comment.nodeId, comment);
  touch(issue, at);
  applyNewText(state, issue, author, body);
  tell(state, author, comment, "created", {});
  return comment;
}

/** Changes a comment; the same text is no change. */
export function editComment(
  state: WorldState,
  actor: Account,
  comment: Comment,
  body: string,
): Comment {
  requireWritable(comment.issue.repository);
  requireText(body);
  const earlier = comment.body;
  if (body === earlier) return comment;
  const at = state.tick();
  keepEdit(state, comment, actor, earlier, body);
  comment.body = body;
  comment.updatedAt = at;
  touch(comment.issue, at);
  applyEditedText(state, comment.issue, actor, body, earlier);
  tell(state, actor, comment, "edited", { changes: { body: { from: earlier } } });
  return comment;
}

/** Deletes a comment. */
export function deleteComment(state: WorldState, actor: Account, comment: Comment): void {
  requireWritable(comment.issue.repository);
  const { issue } = comment;
  const at = state.tick();
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  state.comments.delete(comment.id);
  state.nodes.delete(comment.nodeId);
  touch(issue, at);
  tell(state, actor, comment, "deleted", {});
}

/** Hides a comment for a reason, or shows it again with null; that moves nothing and tells nobody. */
export function setMinimized(state: WorldState, comment: Comment, reason: string | null): void {
  requireWritable(comment.issue.repository);
  if (comment.minimizedReason === reason) return;
  state.tick();
  comment.minimizedReason = reason;
}

function requireText(body: string): void {
  if (body.trim() === "")
    throw invalid("IssueComment", "body", "missing_field", "Body can't be blank");
  requireBodyFits("IssueComment", body);
}

function tell(
  state: WorldState,
  sender: Account,
  comment: Comment,
  action: string,
  parts: Readonly<Record<string, unknown>>,
): void {
  const { issue } = comment;
  const { repository } = issue;
  const name = "issue_comment";
  state.emit({ name, action, repository, sender, parts: { issue, comment, ...parts } });
}
