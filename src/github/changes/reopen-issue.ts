/** Reopens an issue. */
import type { Applied } from "../../engine/change.ts";
import type { Octokit } from "../octokit.ts";
import { mutateFact } from "./mutate-fact.ts";

export const reopenMutation = `
mutation ReopenIssue($input: ReopenIssueInput!) { reopenIssue(input: $input) { issue { state } } }`;

export function reopenIssue(octokit: Octokit, issueId: string): Promise<Applied> {
  return mutateFact(octokit, {
    issueId,
    mutation: reopenMutation,
    input: { issueId },
    isSo: ({ state }) => state === "OPEN",
  });
}
