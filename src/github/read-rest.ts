/**
 * The lists of an issue that are longer than the first call read (labels, blockers, milestone events…):
 * read again from their start, page by page, until nothing is missing.
 */
import type { IssueLists, IssueNode, Page } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import type { Octokit } from "./octokit.ts";
import { type ListName, wholeListQuery } from "./repository-query.ts";

const listNames: readonly ListName[] = [
  "labels",
  "assignees",
  "blockedBy",
  "closedByPullRequestsReferences",
  "timelineItems",
];

/** The issue with all its lists complete; costs nothing where they already are. */
export async function readRestOfIssue<Issue extends IssueNode>(
  octokit: Octokit,
  issue: Issue,
): Promise<Issue> {
  let complete = issue;
  for (const name of listNames.filter((list) => isCutOff(issue[list]))) {
    const list = await readWholeList(octokit, issue.id, name);
    if (list) complete = { ...complete, [name]: list };
  }
  return complete;
}

/** Nodes that may not be read are in the page as nulls, so they do not look like missing ones. */
function isCutOff(page: Page<unknown> | null): boolean {
  if (!page?.nodes) return false;
  return page.pageInfo.hasNextPage || page.totalCount > page.nodes.length;
}

interface WholeListAnswer {
  readonly node: { readonly list?: IssueLists[ListName] } | null;
}

/** Undefined when the issue was deleted meanwhile: what was read of it then stands until the next read. */
async function readWholeList(
  octokit: Octokit,
  id: string,
  name: ListName,
): Promise<Page<unknown> | undefined> {
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: WholeListAnswer = await queryGraphql(octokit, wholeListQuery(name), {
      id,
      after,
    });
    const page: Page<unknown> | null | undefined = answer.node?.list;
    if (!page) return undefined;
    nodes.push(...(page.nodes ?? []));
    if (!page.pageInfo.hasNextPage) return { ...page, nodes };
    after = page.pageInfo.endCursor;
  }
}
