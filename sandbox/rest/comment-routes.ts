/** Comments of issues and pull requests, and reactions on both. */
import { commentJson } from "../shapes/issue-json.ts";
import { reactionJson } from "../shapes/reaction-json.ts";
import { addComment, deleteComment, editComment } from "../world/comments.ts";
import { requireComment } from "../world/lookup.ts";
import type { Comment, Issue } from "../world/model.ts";
import { addReaction, removeReaction } from "../world/reactions.ts";
import { invalid, WorldError } from "../world/world-error.ts";
import { requiredText } from "./body.ts";
import { page } from "./paging.ts";
import {
  created,
  type Entry,
  enter,
  enterIssue,
  noContent,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const ISSUES = "/repos/{owner}/{repo}/issues";
const COMMENT = `${ISSUES}/comments/{comment_id}`;
const READ = ["issues", "read"] as const;
const WRITE = ["issues", "write"] as const;

export const commentRoutes: readonly RestRoute[] = [
  { method: "GET", template: `${ISSUES}/comments`, access: READ, handle: listAll },
  { method: "GET", template: `${ISSUES}/{issue_number}/comments`, access: READ, handle: list },
  { method: "POST", template: `${ISSUES}/{issue_number}/comments`, access: WRITE, handle: create },
  {
    method: "GET",
    template: COMMENT,
    access: READ,
    handle: (request) => ok(commentJson(enterComment(request).comment)),
  },
  { method: "PATCH", template: COMMENT, access: WRITE, handle: update },
  { method: "DELETE", template: COMMENT, access: WRITE, handle: remove },
  ...reactionRoutes(COMMENT, (request) => enterComment(request).comment),
  ...reactionRoutes(`${ISSUES}/{issue_number}`, (request) => enterIssue(request).issue),
];

function enterComment(request: RestRequest): Entry & { readonly comment: Comment } {
  const entry = enter(request);
  const id = Number(request.params.comment_id);
  return { ...entry, comment: requireComment(entry.services.state, entry.repository, id) };
}

function list(request: RestRequest): RestReply {
  return page(request, since(request, enterIssue(request).issue.comments), commentJson);
}

/** Ascending by id; the direction counts only together with `sort`. */
function listAll(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const sort = request.query.get("sort");
  const all = [...repository.issues.values()].flatMap((issue) => issue.comments);
  const key = ({ updatedAt }: Comment) => (sort === "updated" ? updatedAt : "");
  all.sort((a, b) => key(a).localeCompare(key(b)) || a.id - b.id);
  const found = since(request, all);
  const isDescending = sort !== null && request.query.get("direction") === "desc";
  return page(request, isDescending ? found.reverse() : found, commentJson);
}

function since({ query }: RestRequest, comments: readonly Comment[]): Comment[] {
  const from = query.get("since");
  if (from === null) return [...comments];
  const time = Date.parse(from);
  if (Number.isNaN(time)) throw invalid("IssueComment", "since", "invalid");
  return comments.filter(({ updatedAt }) => Date.parse(updatedAt) >= time);
}

function create(request: RestRequest): RestReply {
  const entry = enterIssue(request);
  const { services, actor, issue } = entry;
  requirePullWrite(entry, issue);
  const body = requiredText(request.body, "body", "IssueComment");
  return created(commentJson(addComment(services.state, actor, issue, body)));
}

/** Conversations of pull requests need their permission besides that of issues. */
function requirePullWrite({ installation }: Entry, issue: Issue): void {
  if (issue.pull !== null && installation.permissions.pull_requests !== "write") {
    throw new WorldError("forbidden", "Resource not accessible by integration");
  }
}

function update(request: RestRequest): RestReply {
  const entry = enterComment(request);
  const { services, actor, comment } = entry;
  requirePullWrite(entry, comment.issue);
  const body = requiredText(request.body, "body", "IssueComment");
  return ok(commentJson(editComment(services.state, actor, comment, body)));
}

function remove(request: RestRequest): RestReply {
  const entry = enterComment(request);
  const { services, actor, comment } = entry;
  requirePullWrite(entry, comment.issue);
  deleteComment(services.state, actor, comment);
  return noContent();
}

function reactionRoutes(
  subject: string,
  find: (request: RestRequest) => Issue | Comment,
): readonly RestRoute[] {
  const template = `${subject}/reactions`;
  return [
    {
      method: "GET",
      template,
      access: READ,
      handle: (request) => listReactions(request, find(request)),
    },
    { method: "POST", template, access: WRITE, handle: (request) => react(request, find(request)) },
    {
      method: "DELETE",
      template: `${template}/{reaction_id}`,
      access: WRITE,
      handle: (request) => unreact(request, find(request)),
    },
  ];
}

function listReactions(request: RestRequest, subject: Issue | Comment): RestReply {
  const wanted = request.query.get("content");
  const found = subject.reactions.filter(({ content }) => wanted === null || content === wanted);
  return page(request, found, reactionJson);
}

function react(request: RestRequest, subject: Issue | Comment): RestReply {
  const { services, actor } = enter(request);
  const content = requiredText(request.body, "content", "Reaction");
  const { reaction, isNew } = addReaction(services.state, actor, subject, content);
  return { status: isNew ? 201 : 200, body: reactionJson(reaction) };
}

function unreact(request: RestRequest, subject: Issue | Comment): RestReply {
  const { services, actor } = enter(request);
  const wanted = Number(request.params.reaction_id);
  const reaction = subject.reactions.find(({ id, user }) => id === wanted && user === actor);
  if (reaction === undefined) throw new WorldError("not-found", "Not Found");
  removeReaction(services.state, actor, subject, reaction.content);
  return noContent();
}
