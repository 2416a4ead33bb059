/** Repositories: metadata, and what people may do there. */
import { accountJson } from "../shapes/account-json.ts";
import { fullRepositoryJson } from "../shapes/repository-json.ts";
import { isAssignable } from "../world/assignees.ts";
import type { Role } from "../world/model.ts";
import { reaches, roleOf } from "../world/roles.ts";
import { WorldError } from "../world/world-error.ts";
import { page } from "./paging.ts";
import {
  enter,
  noContent,
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
  { method: "GET", template: `${REPO}/assignees`, access: "installation", handle: listAssignable },
  {
    method: "GET",
    template: `${REPO}/assignees/{assignee}`,
    access: "installation",
    handle: checkAssignable,
  },
];

/** GitHub folds triage into read and maintain into write in `permission`, not in `user.permissions`. */
function permission(request: RestRequest): RestReply {
  const { repository, services } = enter(request);
  const username = request.params.username ?? "";
  const account = services.state.accounts.get(username.toLowerCase());
  if (account?.type !== "User") throw new WorldError("not-found", `${username} is not a user`);
  const role = roleOf(repository, account);
  const roleName = repository.roleNames.get(account.login.toLowerCase()) ?? role;
  const has = (needed: Role) => reaches(role, needed);
  const folded = { triage: "read", maintain: "write" }[role as string] ?? role;
  const permissions = {
    ...{ admin: has("admin"), maintain: has("maintain"), push: has("write") },
    ...{ triage: has("triage"), pull: has("read") },
  };
  return ok({
    permission: folded,
    role_name: roleName,
    user: { ...accountJson(account), permissions, role_name: roleName },
  });
}

function listAssignable(request: RestRequest): RestReply {
  const { repository, services } = enter(request);
  const all = [...services.state.accounts.values()];
  const able = all.filter((account) => isAssignable(repository, account));
  return page(request, able, accountJson);
}

function checkAssignable(request: RestRequest): RestReply {
  const { repository, services } = enter(request);
  const account = services.state.accounts.get((request.params.assignee ?? "").toLowerCase());
  if (account !== undefined && isAssignable(repository, account)) return noContent();
  throw new WorldError("not-found", "Not Found");
}
