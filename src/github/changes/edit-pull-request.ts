/** Edits the body of a pull request: read just before, and not written where nothing changes. */

import { mutateGraphql, queryGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

export const pullRequestBodyQuery = `
query ReadPullRequestBody($id: ID!) {
  node(id: $id) { ... on PullRequest { body } }
}`;

export const updatePullRequestMutation = `
mutation EditPullRequest($input: UpdatePullRequestInput!) {
  updatePullRequest(input: $input) { pullRequest { id } }
}`;

interface BodyAnswer {
  readonly node: { readonly body?: string } | null;
}

/** Whether something was written. */
export async function editPullRequest(
  octokit: Octokit,
  pullRequestId: string,
  edit: (current: string) => string | undefined,
): Promise<boolean> {
  const variables = { id: pullRequestId };
  const { node } = await queryGraphql<BodyAnswer>(octokit, pullRequestBodyQuery, variables);
  const body = node?.body === undefined ? undefined : edit(node.body);
  if (body === undefined || body === node?.body) return false;
  await mutateGraphql(octokit, updatePullRequestMutation, { pullRequestId, body });
  return true;
}
