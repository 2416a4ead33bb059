/** Pull requests: list, read, open, change, and the files they touch. */
import { diffJson } from "../shapes/diff-json.ts";
import { pullItemJson, pullJson } from "../shapes/pull-json.ts";
import { closeIssue, reopenIssue } from "../world/issue-state.ts";
import { editIssue } from "../world/issues.ts";
import { requireIssue } from "../world/lookup.ts";
import type { Issue, PullRequest } from "../world/model.ts";
import { changeBase } from "../world/pull-base.ts";
import { pullChanges } from "../world/pull-changes.ts";
import { createPullRequest } from "../world/pull-requests.ts";
import { invalid, WorldError } from "../world/world-error.ts";
import { requiredText, text } from "./body.ts";
import { page } from "./paging.ts";
import {
  created,
  type Entry,
  enter,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const PULLS = "/repos/{owner}/{repo}/pulls";
const PULL = `${PULLS}/{pull_number}`;
const READ = ["pull_requests", "read"] as const;
const WRITE = ["pull_requests", "write"] as const;

export const pullRoutes: readonly RestRoute[] = [
  { method: "GET", template: PULLS, access: READ, handle: list },
  { method: "POST", template: PULLS, access: WRITE, handle: open },
  {
    method: "GET",
    template: PULL,
    access: READ,
    handle: (request) => ok(pullJson(enterPull(request).issue)),
  },
  { method: "PATCH", template: PULL, access: WRITE, handle: update },
  { method: "GET", template: `${PULL}/files`, access: READ, handle: listFiles },
];

function enterPull(
  request: RestRequest,
): Entry & { readonly issue: Issue; readonly pull: PullRequest } {
  const entry = enter(request);
  const issue = requireIssue(entry.repository, Number(request.params.pull_number));
  if (issue.pull === null) throw new WorldError("not-found", "Not Found");
  return { ...entry, issue, pull: issue.pull };
}

function list(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const { query } = request;
  const state = query.get("state") ?? "open";
  const base = query.get("base");
  const head = query.get("head");
  const found = [...repository.issues.values()].filter(
    ({ pull, state: own }) =>
      pull !== null &&
      (state === "all" || own === state) &&
      (base === null || pull.baseRef === base) &&
      (head === null || !head.includes(":") || label(repository.owner.login, pull) === head),
  );
  const byUpdate = query.get("sort") === "updated";
  const key = (issue: Issue) => (byUpdate ? issue.updatedAt : issue.createdAt);
  found.sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
  const isAscending = (query.get("direction") ?? (byUpdate ? "asc" : "desc")) === "asc";
  return page(request, isAscending ? found : found.reverse(), pullItemJson);
}

/** `user:branch`; GitHub ignores a filter without the user. */
function label(owner: string, { headRef }: PullRequest): string {
  return `${owner}:${headRef}`;
}

function open(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const { body } = request;
  const head = requiredText(body, "head", "PullRequest");
  const own = `${repository.owner.login}:`;
  const issue = createPullRequest(services.state, actor, repository, {
    title: requiredText(body, "title", "PullRequest"),
    body: text(body, "body"),
    head: head.startsWith(own) ? head.slice(own.length) : head,
    base: requiredText(body, "base", "PullRequest"),
    isDraft: body.draft === true,
  });
  return created(pullJson(issue));
}

function update(request: RestRequest): RestReply {
  const { services, actor, repository, issue } = enterPull(request);
  const { state } = services;
  const { body } = request;
  const wanted = text(body, "state");
  if (wanted !== undefined && wanted !== "open" && wanted !== "closed") {
    throw invalid("PullRequest", "state", "invalid");
  }
  const base = text(body, "base");
  if (base !== undefined) changeBase(state, actor, issue, base);
  const words = { title: text(body, "title"), body: text(body, "body") };
  editIssue(state, actor, repository, issue.number, words);
  if (wanted === "closed") closeIssue(state, actor, issue);
  if (wanted === "open") reopenIssue(state, actor, issue);
  return ok(pullJson(issue));
}

function listFiles(request: RestRequest): RestReply {
  const { pull } = enterPull(request);
  return page(request, pullChanges(pull), (change) => diffJson(pull.headCommit, change));
}
