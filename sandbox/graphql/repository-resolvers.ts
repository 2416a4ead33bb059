/** Repositories. */
import { repositoryPage } from "../shapes/addresses.ts";
import type { Issue, Milestone, Repository } from "../world/model.ts";
import { byRecency } from "../world/recency.ts";
import { WorldError } from "../world/world-error.ts";
import { type ConnectionArguments, connection } from "./connection.ts";
import { findObject } from "./git-resolvers.ts";
import {
  canRead,
  type GraphqlContext,
  type Resolver,
  type ResolverMap,
  requireGrant,
} from "./graphql-context.ts";
import { issueConnection } from "./issue-connection.ts";

const own: Readonly<Record<string, Resolver>> = {
  id: ({ nodeId }: Repository) => nodeId,
  databaseId: ({ id }: Repository) => id,
  name: ({ name }: Repository) => name,
  nameWithOwner: ({ nameWithOwner }: Repository) => nameWithOwner,
  owner: ({ owner }: Repository) => owner,
  url: (repository: Repository) => repositoryPage(repository),
  description: () => null,
  createdAt: ({ createdAt }: Repository) => createdAt,
  updatedAt: ({ updatedAt }: Repository) => updatedAt,
  pushedAt: ({ pushedAt }: Repository) => pushedAt,
  isPrivate: ({ isPrivate }: Repository) => isPrivate,
  visibility: ({ isPrivate }: Repository) => (isPrivate ? "PRIVATE" : "PUBLIC"),
  isArchived: ({ isArchived }: Repository) => isArchived,
  isDisabled: () => false,
  isFork: () => false,
  isLocked: () => false,
  isTemplate: () => false,
  isEmpty: () => false,
  hasIssuesEnabled: ({ hasIssues }: Repository) => hasIssues,
  viewerPermission: (_: Repository, __, { installation }) =>
    installation.permissions.contents === "write" ? "WRITE" : "READ",
};

const planning: Readonly<Record<string, Resolver>> = {
  issue: (repository: Repository, { number }, context) =>
    numbered(context, repository, number, ["an Issue", ({ pull }) => pull === null]),
  pullRequest: (repository: Repository, { number }, context) =>
    numbered(context, repository, number, ["a PullRequest", ({ pull }) => pull !== null]),
  issueOrPullRequest: (repository: Repository, { number }, context) =>
    numbered(context, repository, number, ["an issue or pull request", () => true]),
  issues: (repository: Repository, args) =>
    issueConnection(
      byRecency(repository).filter(({ pull }) => pull === null),
      args,
    ),
  pullRequests: (repository: Repository, args) => {
    const pulls = byRecency(repository).filter(({ pull }) => pull !== null);
    return issueConnection(
      pulls.filter((pull) => isPullWanted(pull, args)),
      { ...args, states: null },
    );
  },
  milestone: ({ milestones }: Repository, { number }) => milestones.get(number) ?? null,
  milestones: ({ milestones }: Repository, args) => milestonePage([...milestones.values()], args),
  label: ({ labels }: Repository, { name }) => labels.get(name.toLowerCase()) ?? null,
  labels: ({ labels }: Repository, args) => connection([...labels.values()], args),
  pinnedIssues: ({ pins }: Repository, args) => connection(pins, args),
  issueTypes: (_: Repository, args) => connection([], args),
  issueFields: (_: Repository, args) => connection([], args),
};

const git: Readonly<Record<string, Resolver>> = {
  defaultBranchRef: ({ refs, defaultBranch }: Repository) => refs.get(defaultBranch) ?? null,
  ref: ({ refs }: Repository, { qualifiedName }) =>
    refs.get(qualifiedName.replace(/^refs\/heads\//, "")) ?? null,
  refs: ({ refs }: Repository, args) => connection([...refs.values()], args),
  object: (repository: Repository, { expression, oid }) =>
    findObject(repository, expression ?? oid ?? "HEAD"),
};

const PULLS = ["pullRequest", "pullRequests"];

/** Each field asks for the permission of its area first. */
function guarded(
  fields: Readonly<Record<string, Resolver>>,
  areaOf: (field: string) => string,
): Readonly<Record<string, Resolver>> {
  const guard = ([field, resolve]: [string, Resolver]): [string, Resolver] => [
    field,
    (source, args, context) => {
      requireGrant(context, areaOf(field));
      return resolve(source, args, context);
    },
  ];
  return Object.fromEntries(Object.entries(fields).map(guard));
}

export const repositoryResolvers: ResolverMap = {
  Repository: {
    ...own,
    ...guarded(planning, (field) => (PULLS.includes(field) ? "pull_requests" : "issues")),
    ...guarded(git, () => "contents"),
  },
};

/** An issue that was transferred is found by its former number, where it is now. */
function numbered(
  context: GraphqlContext,
  repository: Repository,
  number: number,
  [what, isWanted]: readonly [string, (issue: Issue) => boolean],
): Issue {
  const issue = repository.issues.get(number) ?? repository.transferred.get(number);
  if (issue !== undefined && isWanted(issue) && canRead(context, issue.repository)) return issue;
  throw new WorldError("not-found", `Could not resolve to ${what} with the number of ${number}.`);
}

interface PullArguments {
  readonly states?: readonly string[] | null;
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
}

function isPullWanted(
  { pull, state }: Issue,
  { states, headRefName, baseRefName }: PullArguments,
): boolean {
  const name = pull?.mergedAt ? "MERGED" : state.toUpperCase();
  if (states != null && !states.includes(name)) return false;
  if (headRefName != null && pull?.headRef !== headRefName) return false;
  return baseRefName == null || pull?.baseRef === baseRefName;
}

interface MilestoneArguments extends ConnectionArguments {
  readonly states?: readonly string[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
}

function milestonePage(milestones: Milestone[], args: MilestoneArguments) {
  const { states, orderBy } = args;
  const found = milestones.filter(
    ({ state }) => states == null || states.includes(state.toUpperCase()),
  );
  const keyOf = milestoneKey(orderBy?.field ?? "NUMBER");
  const isDescending = orderBy?.direction === "DESC";
  found.sort((a, b) => compare(keyOf(a)[0], keyOf(b)[0]) || a.number - b.number);
  return connection(isDescending ? found.reverse() : found, args, { keyOf, isDescending });
}

function milestoneKey(field: string): (milestone: Milestone) => readonly [string | number, number] {
  if (field === "DUE_DATE") return ({ dueOn, number }) => [dueOn ?? "9999", number];
  if (field === "UPDATED_AT") return ({ updatedAt, number }) => [updatedAt, number];
  if (field === "CREATED_AT") return ({ createdAt, number }) => [createdAt, number];
  return ({ number }) => [number, number];
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
