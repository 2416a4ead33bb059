/** Repositories: metadata, permissions of people, pull requests. */
import { accountJson } from "../shapes/account-json.ts";
import { pullItemJson, pullJson } from "../shapes/pull-json.ts";
import { fullRepositoryJson } from "../shapes/repository-json.ts";
import { requireIssue } from "../world/lookup.ts";
import type { Role } from "../world/model.ts";
import { createPullRequest } from "../world/pull-requests.ts";
import { reaches, roleOf } from "../world/roles.ts";
import { WorldError } from "../world/world-error.ts";
import { requiredText, text } from "./body.ts";
import { page } from "./paging.ts";
import {
  created,
  enter,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const REPO = "/repos/{owner}/{repo}";

export const repositoryRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    template: REPO,
    access: "installation",
    handle: (request) => ok(fullRepositoryJson(enter(request).repository)),
  },
  {
    method: "GET",
    template: `${REPO}/collaborators/{username}/permission`,
    access: "installation",
    handle: permission,
  },
  {
    method: "GET",
    template: `${REPO}/pulls`,
    access: ["pull_requests", "read"],
    handle: listPulls,
  },
  {
    method: "POST",
    template: `${REPO}/pulls`,
    access: ["pull_requests", "write"],
    handle: addPull,
  },
  {
    method: "GET",
    template: `${REPO}/pulls/{pull_number}`,
    access: ["pull_requests", "read"],
    handle: readPull,
  },
];

/** GitHub folds triage into read and maintain into write in `permission`, not in `user.permissions`. */
function permission(request: RestRequest): RestReply {
  const { repository, services } = enter(request);
  const username = request.params.username ?? "";
  const account = services.state.accounts.get(username.toLowerCase());
  if (account === undefined) throw new WorldError("not-found", `${username} is not a user`);
  const role = roleOf(repository, account);
  const has = (needed: Role) => reaches(role, needed);
  const folded = { triage: "read", maintain: "write" }[role as string] ?? role;
  const permissions = {
    ...{ admin: has("admin"), maintain: has("maintain"), push: has("write") },
    ...{ triage: has("triage"), pull: has("read") },
  };
  return ok({
    permission: folded,
    role_name: role,
    user: { ...accountJson(account), permissions, role_name: role },
  });
}

function listPulls(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const state = request.query.get("state") ?? "open";
  const head = request.query.get("head")?.split(":").at(-1);
  const found = [...repository.issues.values()].filter(
    (issue) =>
      issue.pull !== null &&
      (state === "all" || issue.state === state) &&
      (head === undefined || issue.pull.headRef === head),
  );
  return page(request, found.reverse(), pullItemJson);
}

function addPull(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const { body } = request;
  const issue = createPullRequest(services.state, actor, repository, {
    title: requiredText(body, "title", "PullRequest"),
    body: text(body, "body"),
    head: requiredText(body, "head", "PullRequest"),
    base: requiredText(body, "base", "PullRequest"),
    isDraft: body.draft === true,
  });
  return created(pullJson(issue));
}

function readPull(request: RestRequest): RestReply {
  const issue = requireIssue(enter(request).repository, Number(request.params.pull_number));
  if (issue.pull === null) throw new WorldError("not-found", "Not Found");
  return ok(pullJson(issue));
}
