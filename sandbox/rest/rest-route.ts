/** What a REST route is: plain data and a function, so the resources know nothing of HTTP. */
import type { Installation } from "../auth/app-registry.ts";
import type { Caller } from "../auth/caller.ts";
import type { Services } from "../services.ts";
import { requireIssue } from "../world/lookup.ts";
import type { Account, Issue, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import { renamed, transferred } from "./moved-error.ts";

export interface RestRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  /** The address as called, for `Link` headers. */
  readonly address: string;
  readonly services: Services;
}

export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RestRoute {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** GitHub's own template, with `{name}` for parameters. */
  readonly template: string;
  /** Who may call: an App by its JWT, an installation (having that permission), or both. */
  readonly access: "app" | "installation" | "either" | readonly [string, "read" | "write"];
  readonly handle: (request: RestRequest) => RestReply;
  /** What a call costs, where it is not GitHub's usual price. */
  readonly points?: number;
}

export interface Entry {
  readonly services: Services;
  readonly installation: Installation;
  readonly actor: Account;
  readonly repository: Repository;
}

/** A successful answer with a body. */
export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): RestReply {
  return { status: 200, body, headers };
}

/** The answer to something made. */
export function created(body: unknown): RestReply {
  return { status: 201, body };
}

/** The answer to something deleted. */
export function noContent(): RestReply {
  return { status: 204 };
}

/** The installation that calls; throws "not-found" for an App's own token. */
export function requireInstallation({ caller }: RestRequest): Installation {
  if (caller.kind !== "installation") throw new WorldError("not-found", "Not Found");
  return caller.installation;
}

/** The repository of `{owner}/{repo}`; one outside the installation is "not-found". */
export function enter(request: RestRequest): Entry {
  const { services, params } = request;
  const installation = requireInstallation(request);
  const repository = services.state.findRepository(`${params.owner}/${params.repo}`);
  if (repository === undefined || !services.registry.covers(installation, repository)) {
    throw new WorldError("not-found", "Not Found");
  }
  const called = `${params.owner}/${params.repo}`.toLowerCase();
  if (repository.nameWithOwner.toLowerCase() !== called) throw renamed(repository);
  return { services, installation, actor: installation.app.bot, repository };
}

/** The issue of `{issue_number}`, pull requests too. */
export function enterIssue(request: RestRequest): Entry & { readonly issue: Issue } {
  const entry = enter(request);
  const number = Number(request.params.issue_number);
  const moved = entry.repository.transferred.get(number);
  if (moved !== undefined) throw whereaboutsOf(entry, moved);
  return { ...entry, issue: requireIssue(entry.repository, number) };
}

/** An issue that left for where the caller may not look is not found, as if it never was. */
function whereaboutsOf({ services, installation }: Entry, moved: Issue): Error {
  const isVisible = services.registry.covers(installation, moved.repository);
  return isVisible ? transferred(moved) : new WorldError("not-found", "Not Found");
}
