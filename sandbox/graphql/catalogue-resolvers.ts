/** Labels, milestones and pins. */
import { milestonePage, repositoryPage } from "../shapes/addresses.ts";
import type { Issue, Label, Milestone, Pin } from "../world/model.ts";
import { connection } from "./connection.ts";
import type { ResolverMap } from "./graphql-context.ts";
import { issueConnection } from "./issue-connection.ts";

/** Issues (not pull requests) of a set, in the order of their last change. */
function issuesOf(set: ReadonlySet<Issue>): Issue[] {
  const issues = [...set].filter(({ pull }) => pull === null);
  return issues.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.id - b.id);
}

export const catalogueResolvers: ResolverMap = {
  Label: {
    id: ({ nodeId }: Label) => nodeId,
    name: ({ name }: Label) => name,
    color: ({ color }: Label) => color,
    description: ({ description }: Label) => description,
    isDefault: ({ isDefault }: Label) => isDefault,
    repository: ({ repository }: Label) => repository,
    url: ({ repository, name }: Label) =>
      `${repositoryPage(repository)}/labels/${encodeURIComponent(name)}`,
    issues: ({ issues }: Label, args) => issueConnection(issuesOf(issues), args),
  },
  Milestone: {
    id: ({ nodeId }: Milestone) => nodeId,
    number: ({ number }: Milestone) => number,
    title: ({ title }: Milestone) => title,
    description: ({ description }: Milestone) => description,
    state: ({ state }: Milestone) => state.toUpperCase(),
    closed: ({ state }: Milestone) => state === "closed",
    dueOn: ({ dueOn }: Milestone) => dueOn,
    createdAt: ({ createdAt }: Milestone) => createdAt,
    updatedAt: ({ updatedAt }: Milestone) => updatedAt,
    closedAt: ({ closedAt }: Milestone) => closedAt,
    creator: ({ creator }: Milestone) => creator,
    url: (milestone: Milestone) => milestonePage(milestone),
    repository: ({ repository }: Milestone) => repository,
    openIssueCount: ({ openIssues }: Milestone) => openIssues,
    closedIssueCount: ({ closedIssues }: Milestone) => closedIssues,
    progressPercentage: ({ openIssues, closedIssues }: Milestone) => {
      const total = openIssues + closedIssues;
      return total === 0 ? 0 : (closedIssues * 100) / total;
    },
    issues: ({ issues }: Milestone, args) => issueConnection(issuesOf(issues), args),
    pullRequests: ({ issues }: Milestone, args) =>
      connection(
        [...issues].filter(({ pull }) => pull !== null),
        args,
      ),
  },
  PinnedIssue: {
    id: ({ nodeId }: Pin) => nodeId,
    databaseId: ({ id }: Pin) => id,
    issue: ({ issue }: Pin) => issue,
    pinnedBy: ({ pinnedBy }: Pin) => pinnedBy,
    repository: ({ issue }: Pin) => issue.repository,
  },
};
