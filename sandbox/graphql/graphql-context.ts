/** What resolvers know of the query they serve, and what the calling installation may see and do. */
import type { Installation } from "../auth/app-registry.ts";
import { grants } from "../auth/permissions.ts";
import type { RateUse } from "../rate-limiter.ts";
import type { Services } from "../services.ts";
import type { Account, Issue, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import type { QueryCost } from "./query-cost.ts";

export interface GraphqlContext {
  readonly services: Services;
  readonly installation: Installation;
  readonly viewer: Account;
  readonly price: QueryCost;
  readonly use: RateUse;
  /** `owner/name` of the first repository the query touched, for the call log. */
  repositoryName: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: resolvers are typed one by one; graphql-js hands over anything
export type Resolver = (source: any, args: any, context: GraphqlContext) => unknown;

/** Resolvers by type and field. */
export type ResolverMap = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

/** Whether the installation may read the repository: its own, and public ones. */
export function canRead(context: GraphqlContext, repository: Repository): boolean {
  return (
    !repository.isPrivate || context.services.registry.covers(context.installation, repository)
  );
}

/** Those of the issues that the installation may read; of others it only learns the number. */
export function readable(context: GraphqlContext, issues: Iterable<Issue>): Issue[] {
  return [...issues].filter(({ repository }) => canRead(context, repository));
}

/** Refuses a write outside the installation or without the permission. */
export function requireWrite(
  context: GraphqlContext,
  repository: Repository,
  permission: string,
): void {
  context.repositoryName ??= repository.nameWithOwner;
  const isCovered = context.services.registry.covers(context.installation, repository);
  const isOff = permission === "issues" && !repository.hasIssues;
  if (!isCovered || isOff) throw outOfReach();
  requireGrant(context, permission, "write");
}

/** Refuses what the installation has no permission for. */
export function requireGrant(
  { installation }: GraphqlContext,
  area: string,
  needed: "read" | "write" = "read",
): void {
  if (!grants(installation.permissions, area, needed)) throw outOfReach();
}

function outOfReach(): WorldError {
  return new WorldError("forbidden", "Resource not accessible by integration");
}

/** The thing of that node id if the installation may read it; throws "not-found" in GitHub's words. */
export function requireNode(context: GraphqlContext, id: string): { readonly kind: string } {
  const node = context.services.state.nodes.get(id);
  const repository = node === undefined ? undefined : repositoryOf(node);
  if (node === undefined || (repository !== undefined && !canRead(context, repository))) {
    throw new WorldError("not-found", `Could not resolve to a node with the global id of '${id}'.`);
  }
  const area = areaOf(node);
  if (area !== undefined) requireGrant(context, area);
  return node;
}

/** The permission needed to look at a thing. */
function areaOf(node: { readonly kind: string }): string | undefined {
  if (["ref", "commit"].includes(node.kind)) return "contents";
  if (["repository", "account", "edit"].includes(node.kind)) return undefined;
  const isPull = node.kind === "issue" && "pull" in node && node.pull !== null;
  return isPull ? "pull_requests" : "issues";
}

/** As `requireNode`, for one kind of thing. */
export function requireKind<Thing extends { readonly kind: string }>(
  context: GraphqlContext,
  id: string,
  kind: Thing["kind"],
): Thing {
  const node = requireNode(context, id);
  if (node.kind === kind) return node as Thing;
  throw new WorldError(
    "not-found",
    `Could not resolve to ${kind} node with the global id of '${id}'.`,
  );
}

/** The issue or pull request of a node id, if the installation may write it. */
export function writableIssue(context: GraphqlContext, id: string): Issue {
  const issue = requireKind<Issue>(context, id, "issue");
  requireWrite(context, issue.repository, issue.pull === null ? "issues" : "pull_requests");
  return issue;
}

/** The repository a thing belongs to; undefined for people and edits of texts. */
export function repositoryOf(node: object): Repository | undefined {
  if ("kind" in node && node.kind === "repository") return node as Repository;
  if ("repository" in node) return node.repository as Repository;
  if ("issue" in node) return (node.issue as Issue).repository;
  if ("subject" in node) return (node.subject as Issue).repository;
  return undefined;
}
