/** Issues and comments. */
import { grants } from "../auth/permissions.ts";
import { authorAssociation, issueAssociation } from "../shapes/account-json.ts";
import { commentPage, issuePage } from "../shapes/addresses.ts";
import { countOpen } from "../shapes/issue-json.ts";
import { issueTypeNode } from "../world/issues.ts";
import type { Comment, Issue } from "../world/model.ts";
import { isPinned } from "../world/pins.ts";
import { connection } from "./connection.ts";
import {
  type GraphqlContext,
  type Resolver,
  type ResolverMap,
  readable,
} from "./graphql-context.ts";
import { textFields } from "./reaction-resolvers.ts";
import { timelineConnection } from "./timeline-resolvers.ts";

/** The fields issues and pull requests share. */
export const sharedFields: Readonly<Record<string, Resolver>> = {
  ...textFields,
  id: ({ nodeId }: Issue) => nodeId,
  databaseId: ({ id }: Issue) => id,
  fullDatabaseId: ({ id }: Issue) => String(id),
  number: ({ number }: Issue) => number,
  title: ({ title }: Issue) => title,
  url: (issue: Issue) => issuePage(issue),
  resourcePath: (issue: Issue) => issuePage(issue).replace("https://github.com", ""),
  closed: ({ state }: Issue) => state === "closed",
  closedAt: ({ closedAt }: Issue) => closedAt,
  locked: ({ locked }: Issue) => locked,
  activeLockReason: ({ lockReason }: Issue) => lockReason?.toUpperCase() ?? null,
  authorAssociation: (issue: Issue) => issueAssociation(issue),
  repository: ({ repository }: Issue) => repository,
  milestone: ({ milestone }: Issue) => milestone,
  labels: ({ labels }: Issue, args) => connection([...labels], args),
  assignees: ({ assignees }: Issue, args) => connection([...assignees], args),
  comments: ({ comments }: Issue, args) => connection(commentOrder(comments, args), args),
  timelineItems: (issue: Issue, args) => timelineConnection(issue, args),
};

function commentOrder(
  comments: readonly Comment[],
  args: { orderBy?: { direction: string } | null },
): readonly Comment[] {
  if (args.orderBy == null) return comments;
  const sorted = [...comments].sort(
    (a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.id - b.id,
  );
  return args.orderBy.direction === "DESC" ? sorted.reverse() : sorted;
}

const stateFields: Readonly<Record<string, Resolver>> = {
  state: ({ state }: Issue) => state.toUpperCase(),
  stateReason: ({ stateReason }: Issue, { enableDuplicate }) =>
    stateReason === "duplicate" && enableDuplicate !== true
      ? null
      : (stateReason?.toUpperCase() ?? null),
  duplicateOf: ({ duplicateOf }: Issue) => duplicateOf,
  isPinned: (issue: Issue) => isPinned(issue),
  issueType: ({ type }: Issue) => (type === null ? null : issueTypeNode(type)),
};

const edgeFields: Readonly<Record<string, Resolver>> = {
  parent: ({ parent }: Issue, _, context) =>
    parent === null ? null : (readable(context, [parent])[0] ?? null),
  subIssues: ({ subIssues }: Issue, args, context) => edges(subIssues, args, context),
  subIssuesSummary: ({ subIssues }: Issue) => {
    const total = subIssues.length;
    const completed = total - countOpen(subIssues);
    return {
      total,
      completed,
      percentCompleted: total === 0 ? 0 : Math.floor((completed * 100) / total),
    };
  },
  issueDependenciesSummary: ({ blockedBy, blocking }: Issue) => ({
    blockedBy: countOpen(blockedBy),
    totalBlockedBy: blockedBy.size,
    blocking: countOpen(blocking),
    totalBlocking: blocking.size,
  }),
  blockedBy: ({ blockedBy }: Issue, args, context) =>
    edges(byAdding(blockedBy, args), args, context),
  blocking: ({ blocking }: Issue, args, context) => edges(byAdding(blocking, args), args, context),
  trackedIssues: ({ tracks }: Issue, args, context) => edges(tracks, args, context),
  trackedInIssues: ({ trackedIn }: Issue, args, context) => edges([...trackedIn], args, context),
  trackedIssuesCount: ({ tracks }: Issue, { states }) =>
    tracks.filter(({ state }) => states == null || states.includes(state.toUpperCase())).length,
  closedByPullRequestsReferences: ({ linkedPulls }: Issue, args, context) => {
    const pulls = readable(context, linkedPulls);
    return connection(
      pulls.filter(({ state }) => args.includeClosedPrs === true || state === "open"),
      args,
    );
  },
  issueFieldValues: (_: Issue, args) => connection([], args),
};

function mayWrite({ installation }: GraphqlContext, { pull }: Issue): boolean {
  return grants(installation.permissions, pull === null ? "issues" : "pull_requests", "write");
}

/** A page of issues of which unreadable ones are counted but not shown. */
function edges(issues: readonly Issue[], args: object, context: Parameters<Resolver>[2]) {
  return connection(readable(context, issues), args, undefined, { totalCount: issues.length });
}

/** Dependencies come newest first unless ordered otherwise. */
function byAdding(
  issues: ReadonlySet<Issue>,
  args: { orderBy?: { direction: string } | null },
): Issue[] {
  const added = [...issues];
  return args.orderBy?.direction === "ASC" ? added : added.reverse();
}

export const issueResolvers: ResolverMap = {
  Issue: { ...sharedFields, ...stateFields, ...edgeFields },
  IssueComment: {
    ...textFields,
    id: ({ nodeId }: Comment) => nodeId,
    databaseId: ({ id }: Comment) => id,
    fullDatabaseId: ({ id }: Comment) => String(id),
    url: (comment: Comment) => commentPage(comment),
    issue: ({ issue }: Comment) => issue,
    pullRequest: ({ issue }: Comment) => (issue.pull === null ? null : issue),
    repository: ({ issue }: Comment) => issue.repository,
    authorAssociation: ({ issue, author }: Comment) => authorAssociation(issue.repository, author),
    isMinimized: ({ minimizedReason }: Comment) => minimizedReason !== null,
    minimizedReason: ({ minimizedReason }: Comment) => minimizedReason,
    viewerCanMinimize: ({ issue }: Comment, _, context) => mayWrite(context, issue),
    viewerCanUnminimize: ({ issue }: Comment, _, context) => mayWrite(context, issue),
  },
};
