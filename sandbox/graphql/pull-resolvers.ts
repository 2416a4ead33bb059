/** Pull requests. */
import type { Issue, PullRequest } from "../world/model.ts";
import { pullChanges } from "../world/pull-changes.ts";
import { connection } from "./connection.ts";
import { type ResolverMap, readable } from "./graphql-context.ts";
import { sharedFields } from "./issue-resolvers.ts";

function sum(pull: PullRequest | null, count: "additions" | "deletions"): number {
  if (pull === null) return 0;
  return pullChanges(pull).reduce((total, file) => total + file[count], 0);
}

export const pullResolvers: ResolverMap = {
  PullRequest: {
    ...sharedFields,
    state: ({ pull, state }: Issue) => (pull?.mergedAt ? "MERGED" : state.toUpperCase()),
    isDraft: ({ pull }: Issue) => pull?.isDraft ?? false,
    merged: ({ pull }: Issue) => pull?.mergedAt != null,
    mergedAt: ({ pull }: Issue) => pull?.mergedAt ?? null,
    mergedBy: ({ pull }: Issue) => pull?.mergedBy ?? null,
    mergeCommit: ({ pull }: Issue) => pull?.mergeCommit ?? null,
    headRefName: ({ pull }: Issue) => pull?.headRef,
    baseRefName: ({ pull }: Issue) => pull?.baseRef,
    headRef: ({ pull, repository }: Issue) => repository.refs.get(pull?.headRef ?? "") ?? null,
    baseRef: ({ pull, repository }: Issue) => repository.refs.get(pull?.baseRef ?? "") ?? null,
    headRefOid: ({ pull }: Issue) => pull?.headCommit.sha,
    baseRefOid: ({ pull }: Issue) => pull?.baseCommit.sha,
    changedFiles: ({ pull }: Issue) => (pull === null ? 0 : pullChanges(pull).length),
    additions: ({ pull }: Issue) => sum(pull, "additions"),
    deletions: ({ pull }: Issue) => sum(pull, "deletions"),
    files: ({ pull }: Issue, args) =>
      connection(
        (pull === null ? [] : pullChanges(pull)).map(({ path, additions, deletions, status }) => ({
          ...{ path, additions, deletions },
          changeType: status === "removed" ? "DELETED" : status.toUpperCase(),
        })),
        args,
      ),
    closingIssuesReferences: ({ pull }: Issue, args, context) =>
      connection(readable(context, pull?.closes ?? []), args),
  },
};
