/** Mutations of comments and reactions. */
import { addComment, deleteComment, editComment, setMinimized } from "../world/comments.ts";
import type { Comment, Issue } from "../world/model.ts";
import { addReaction, removeReaction } from "../world/reactions.ts";
import { WorldError } from "../world/world-error.ts";
import {
  type GraphqlContext,
  type Resolver,
  requireKind,
  requireNode,
  requireWrite,
} from "./graphql-context.ts";
import { reactionContent, reactionGroups } from "./reaction-resolvers.ts";

function requireIssueWrite(context: GraphqlContext, issue: Issue): void {
  requireWrite(context, issue.repository, issue.pull === null ? "issues" : "pull_requests");
}

function writableComment(context: GraphqlContext, id: string): Comment {
  const comment = requireKind<Comment>(context, id, "comment");
  requireIssueWrite(context, comment.issue);
  return comment;
}

function reactable(context: GraphqlContext, id: string): Issue | Comment {
  const node = requireNode(context, id);
  if (node.kind !== "issue" && node.kind !== "comment") {
    throw new WorldError(
      "not-found",
      `Could not resolve to Reactable node with the global id of '${id}'.`,
    );
  }
  const subject = node as Issue | Comment;
  requireIssueWrite(context, subject.kind === "issue" ? subject : subject.issue);
  return subject;
}

/** Where REST tells of the lock, GraphQL only says that the mutation is not allowed. */
function withoutReason<Result>(
  { viewer }: GraphqlContext,
  name: string,
  run: () => Result,
): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof WorldError && error.kind === "forbidden")) throw error;
    const message = `${viewer.login} does not have the correct permissions to execute \`${name}\``;
    throw new WorldError("forbidden", message);
  }
}

export const commentMutations: Readonly<Record<string, Resolver>> = {
  addComment: (_, { input }, context) => {
    const issue = requireKind<Issue>(context, input.subjectId, "issue");
    requireIssueWrite(context, issue);
    const node = addComment(context.services.state, context.viewer, issue, input.body);
    const edge = { cursor: "", node };
    return { commentEdge: edge, timelineEdge: edge, subject: issue };
  },
  updateIssueComment: (_, { input }, context) => {
    const comment = writableComment(context, input.id);
    return {
      issueComment: editComment(context.services.state, context.viewer, comment, input.body),
    };
  },
  deleteIssueComment: (_, { input }, context) => {
    deleteComment(context.services.state, context.viewer, writableComment(context, input.id));
    return {};
  },
  minimizeComment: (_, { input }, context) => {
    const minimizedComment = writableComment(context, input.subjectId);
    const reason = input.classifier.toLowerCase().replace("_", "-");
    setMinimized(context.services.state, minimizedComment, reason);
    return { minimizedComment };
  },
  unminimizeComment: (_, { input }, context) => {
    const unminimizedComment = writableComment(context, input.subjectId);
    setMinimized(context.services.state, unminimizedComment, null);
    return { unminimizedComment };
  },
  addReaction: (_, { input }, context) => {
    const subject = reactable(context, input.subjectId);
    const content = reactionContent(input.content);
    const { state } = context.services;
    const { reaction } = withoutReason(context, "AddReaction", () =>
      addReaction(state, context.viewer, subject, content),
    );
    return { reaction, subject, reactionGroups: reactionGroups(subject, context.viewer) };
  },
  removeReaction: (_, { input }, context) => {
    const subject = reactable(context, input.subjectId);
    const content = reactionContent(input.content);
    const { state } = context.services;
    const reaction = withoutReason(context, "RemoveReaction", () =>
      removeReaction(state, context.viewer, subject, content),
    );
    return { reaction, subject, reactionGroups: reactionGroups(subject, context.viewer) };
  },
};
