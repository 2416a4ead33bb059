/**
 * The pages of a read after the first, and the calls that name their issues. Where GitHub gives up on
 * a page because it is too heavy, smaller ones are asked for.
 */
import { RetryableError } from "../engine/errors.ts";
import type {
  IssueNode,
  IssuesPageAnswer,
  MilestoneNode,
  MilestonesPageAnswer,
  NamedIssues,
  NamedIssuesAnswer,
  PageAfterPage,
} from "./answer.ts";
import { nodesOf } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import type { Octokit } from "./octokit.ts";
import { issuesByNumberQuery, issuesPageQuery, milestonesPageQuery } from "./repository-query.ts";

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

const pageSizes = [100, 50, 20] as const;

/** Runs a call with pages of 100 issues, then with fewer while GitHub cannot answer. */
export async function withShrinkingPages<Answer>(
  call: (size: number) => Promise<Answer>,
): Promise<Answer> {
  for (const size of pageSizes.slice(0, -1)) {
    try {
      return await call(size);
    } catch (error) {
      if (!isTooHeavy(error)) throw error;
    }
  }
  return call(pageSizes[pageSizes.length - 1] ?? 1);
}

/** A limit says how long to wait; a page too heavy, or a bad moment, does not. */
function isTooHeavy(error: unknown): boolean {
  return error instanceof RetryableError && error.retryAfterMilliseconds === null;
}

export async function readFurtherIssues(
  octokit: Octokit,
  { owner, name }: RepositoryName,
  since: string | null,
  first: PageAfterPage<IssueNode>,
): Promise<readonly IssueNode[]> {
  const issues = [...nodesOf(first)];
  let page = first;
  while (page.pageInfo.hasNextPage) {
    const after = page.pageInfo.endCursor;
    const answer = await withShrinkingPages<IssuesPageAnswer>((size) =>
      queryGraphql(octokit, issuesPageQuery, { owner, name, since, size, after }),
    );
    page = answer.repository.issues;
    issues.push(...nodesOf(page));
  }
  return issues;
}

export async function readFurtherMilestones(
  octokit: Octokit,
  { owner, name }: RepositoryName,
  first: PageAfterPage<MilestoneNode> | null,
): Promise<readonly MilestoneNode[]> {
  const milestones = [...nodesOf(first)];
  let page = first;
  while (page?.pageInfo.hasNextPage) {
    const after = page.pageInfo.endCursor;
    const variables = { owner, name, after };
    const answer = await queryGraphql<MilestonesPageAnswer>(
      octokit,
      milestonesPageQuery,
      variables,
    );
    page = answer.repository.milestones;
    milestones.push(...nodesOf(page));
  }
  return milestones;
}

export async function readNamedIssues(
  octokit: Octokit,
  { owner, name }: RepositoryName,
  numbers: readonly number[],
): Promise<NamedIssues> {
  const query = issuesByNumberQuery(numbers);
  const answer = await queryGraphql<NamedIssuesAnswer>(octokit, query, { owner, name });
  return answer.repository;
}

/** Found issues, and the numbers of the others: deleted, a pull request, or now of another repository. */
export function sortNamedIssues(
  numbers: readonly number[],
  named: NamedIssues,
): { readonly found: readonly IssueNode[]; readonly gone: readonly number[] } {
  const found: IssueNode[] = [];
  const gone: number[] = [];
  for (const number of numbers) {
    const issue = named[`issue${number}`];
    if (issue && issue.repository.id === named.id) found.push(issue);
    else gone.push(number);
  }
  return { found, gone };
}
