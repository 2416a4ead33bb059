/** Closes an issue. Closing a closed one changes nothing. */
import type { Applied, Change } from "../../engine/change.ts";
import { mutateGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

export const closeMutation = `
mutation CloseIssue($input: CloseIssueInput!) { closeIssue(input: $input) { issue { state } } }`;

type CloseIssue = Extract<Change, { kind: "close-issue" }>;

const stateReasons = {
  completed: "COMPLETED",
  not_planned: "NOT_PLANNED",
  duplicate: "DUPLICATE",
} as const;

export async function closeIssue(
  octokit: Octokit,
  { issueId, reason, duplicateOfId }: CloseIssue,
): Promise<Applied> {
  const duplicate = duplicateOfId === undefined ? {} : { duplicateIssueId: duplicateOfId };
  await mutateGraphql(octokit, closeMutation, {
    issueId,
    stateReason: stateReasons[reason],
    ...duplicate,
  });
  return { kind: "issue-closed" };
}
