/** Closes the pull request of files that say what the branch says anyway, and deletes its branch. */
import type { Applied, ProposalChange } from "../../engine/change.ts";
import { mutateGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";
import { moveBranches } from "./move-branches.ts";

export const closePullRequestMutation = `
mutation ClosePullRequest($input: ClosePullRequestInput!) {
  closePullRequest(input: $input) { pullRequest { id } }
}`;

export async function withdrawFiles(
  octokit: Octokit,
  {
    repositoryId,
    branch,
    expectedHead,
    pullRequestId,
  }: Extract<ProposalChange, { kind: "withdraw-files" }>,
): Promise<Applied> {
  if (pullRequestId !== null) {
    await mutateGraphql(octokit, closePullRequestMutation, { pullRequestId });
  }
  await moveBranches(octokit, repositoryId, [{ branch, from: expectedHead, to: null }]);
  return { kind: "withdrawn" };
}
