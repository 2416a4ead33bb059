/** Routes an App calls as itself, and what an installation may know of itself. */

import type { AppRecord, Installation } from "../auth/app-registry.ts";
import { callerName } from "../response-headers.ts";
import { profileJson } from "../shapes/account-json.ts";
import { appJson, installationJson } from "../shapes/installation-json.ts";
import { repositoryJson } from "../shapes/repository-json.ts";
import { WorldError } from "../world/world-error.ts";
import { cut, page } from "./paging.ts";
import { ok, type RestRequest, type RestRoute, requireInstallation } from "./rest-route.ts";
import { createToken } from "./token-route.ts";

export const appRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    template: "/app",
    access: "app",
    handle: (request) => ok(appJson(requireApp(request))),
  },
  {
    method: "GET",
    template: "/app/installations",
    access: "app",
    handle: (request) => page(request, installationsOf(request), installationJson),
  },
  {
    method: "GET",
    template: "/app/installations/{installation_id}",
    access: "app",
    handle: (request) => ok(installationJson(findInstallation(request))),
  },
  {
    method: "POST",
    template: "/app/installations/{installation_id}/access_tokens",
    access: "app",
    handle: (request) => createToken(request, findInstallation(request)),
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/installation",
    access: "app",
    handle: (request) => ok(installationJson(installationAt(request))),
  },
  {
    method: "GET",
    template: "/orgs/{org}/installation",
    access: "app",
    handle: (request) => ok(installationJson(installationOf(request, request.params.org))),
  },
  {
    method: "GET",
    template: "/users/{username}/installation",
    access: "app",
    handle: (request) => ok(installationJson(installationOf(request, request.params.username))),
  },
  {
    method: "GET",
    template: "/installation/repositories",
    access: "installation",
    handle: listRepositories,
  },
  { method: "GET", template: "/users/{username}", access: "either", handle: readUser },
  { method: "GET", template: "/rate_limit", access: "either", handle: readLimits, points: 0 },
];

function requireApp({ caller }: RestRequest): AppRecord {
  if (caller.kind !== "app") throw new WorldError("not-found", "Not Found");
  return caller.app;
}

function installationsOf(request: RestRequest): readonly Installation[] {
  const app = requireApp(request);
  return request.services.registry.installations.filter((installation) => installation.app === app);
}

function findInstallation(request: RestRequest): Installation {
  const wanted = Number(request.params.installation_id);
  const found = installationsOf(request).find(({ id }) => id === wanted);
  if (found === undefined) throw new WorldError("not-found", "Not Found");
  return found;
}

function installationAt(request: RestRequest): Installation {
  const { registry, state } = request.services;
  const repository = state.findRepository(`${request.params.owner}/${request.params.repo}`);
  const found = installationsOf(request).find(
    (installation) => repository !== undefined && registry.covers(installation, repository),
  );
  if (found === undefined) throw new WorldError("not-found", "Not Found");
  return found;
}

function installationOf(request: RestRequest, login = ""): Installation {
  const found = installationsOf(request).find(
    ({ account }) => account.login.toLowerCase() === login.toLowerCase(),
  );
  if (found === undefined) throw new WorldError("not-found", "Not Found");
  return found;
}

function listRepositories(request: RestRequest) {
  const all = request.services.registry.repositoriesOf(requireInstallation(request));
  const { slice, headers } = cut(request, all);
  const selection = requireInstallation(request).selection;
  const repositories = slice.map(repositoryJson);
  return ok({ total_count: all.length, repository_selection: selection, repositories }, headers);
}

function readUser(request: RestRequest) {
  const account = request.services.state.accounts.get(
    (request.params.username ?? "").toLowerCase(),
  );
  if (account === undefined) throw new WorldError("not-found", "Not Found");
  return ok(profileJson(account));
}

/** The sandbox has no search; its limit is as if unused. */
const SEARCH = { limit: 30, used: 0, remaining: 30, reset: 0 };

function readLimits({ services: { limiter }, caller }: RestRequest) {
  const core = limiter.spend(callerName(caller), "core", 0);
  const graphql = limiter.spend(callerName(caller), "graphql", 0);
  return ok({ resources: { core, search: SEARCH, graphql }, rate: core });
}
