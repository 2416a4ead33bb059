/** Milepost's own comments: written, written anew, folded away as resolved, and shown again. */
import type { Applied, CommentChange } from "../../engine/change.ts";
import { mutateGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

export const addCommentMutation = `
mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) { commentEdge { node { id } } }
}`;

export const editCommentMutation = `
mutation EditComment($input: UpdateIssueCommentInput!) {
  updateIssueComment(input: $input) { issueComment { id } }
}`;

export const hideCommentMutation = `
mutation HideComment($input: MinimizeCommentInput!) {
  minimizeComment(input: $input) { minimizedComment { isMinimized } }
}`;

export const showCommentMutation = `
mutation ShowComment($input: UnminimizeCommentInput!) {
  unminimizeComment(input: $input) { unminimizedComment { isMinimized } }
}`;

interface AddAnswer {
  readonly addComment: { readonly commentEdge: { readonly node: { readonly id: string } } };
}

type ChangeOf<Kind extends CommentChange["kind"]> = Extract<CommentChange, { kind: Kind }>;

export async function addComment(
  octokit: Octokit,
  { issueId, body }: ChangeOf<"add-comment">,
): Promise<Applied> {
  const input = { subjectId: issueId, body };
  const answer = await mutateGraphql<AddAnswer>(octokit, addCommentMutation, input);
  return { kind: "commented", commentId: answer.addComment.commentEdge.node.id };
}

export async function editComment(
  octokit: Octokit,
  { commentId, body }: ChangeOf<"edit-comment">,
): Promise<Applied> {
  await mutateGraphql(octokit, editCommentMutation, { id: commentId, body });
  return { kind: "comment-changed" };
}

export async function hideComment(
  octokit: Octokit,
  { kind, commentId }: ChangeOf<"hide-comment" | "show-comment">,
): Promise<Applied> {
  const subject = { subjectId: commentId };
  if (kind === "show-comment") await mutateGraphql(octokit, showCommentMutation, subject);
  else await mutateGraphql(octokit, hideCommentMutation, { ...subject, classifier: "RESOLVED" });
  return { kind: "comment-changed" };
}
