/** Pull requests. */
import type { Issue } from "../world/model.ts";
import { connection } from "./connection.ts";
import { type ResolverMap, readable } from "./graphql-context.ts";
import { sharedFields } from "./issue-resolvers.ts";

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
    headRefOid: ({ pull, repository }: Issue) =>
      repository.refs.get(pull?.headRef ?? "")?.target.sha,
    baseRefOid: ({ pull, repository }: Issue) =>
      repository.refs.get(pull?.baseRef ?? "")?.target.sha,
    closingIssuesReferences: ({ pull }: Issue, args, context) =>
      connection(readable(context, pull?.closes ?? []), args),
  },
};
