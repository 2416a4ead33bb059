/** Gives an issue another parent, or takes it from the one it has. */
import type { Applied, Change } from "../../engine/change.ts";
import type { Octokit } from "../octokit.ts";
import { mutateFact } from "./mutate-fact.ts";

type SetParent = Extract<Change, { kind: "set-parent" }>;

export const addSubIssueMutation = `
mutation AddSubIssue($input: AddSubIssueInput!) { addSubIssue(input: $input) { issue { id } } }`;

export const removeSubIssueMutation = `
mutation RemoveSubIssue($input: RemoveSubIssueInput!) {
  removeSubIssue(input: $input) { issue { id } }
}`;

export function setParent(
  octokit: Octokit,
  { issueId, parentId, isRemoval }: SetParent,
): Promise<Applied> {
  const relation = { issueId: parentId, subIssueId: issueId };
  return mutateFact(octokit, {
    issueId,
    mutation: isRemoval ? removeSubIssueMutation : addSubIssueMutation,
    input: isRemoval ? relation : { ...relation, replaceParent: true },
    isSo: (standing) => (standing.parentId === parentId) !== isRemoval,
  });
}
