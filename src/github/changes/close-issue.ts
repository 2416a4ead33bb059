/** Closes an issue as not planned: it never was a task. Closing a closed one changes nothing. */
import type { Applied } from "../../engine/change.ts";
import { mutateGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

export const closeMutation = `
mutation CloseIssue($input: CloseIssueInput!) { closeIssue(input: $input) { issue { state } } }`;

export async function closeIssue(octokit: Octokit, issueId: string): Promise<Applied> {
  await mutateGraphql(octokit, closeMutation, { issueId, stateReason: "NOT_PLANNED" });
  return { kind: "issue-closed" };
}
