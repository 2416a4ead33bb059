/**
 * Edits an issue's body. GitHub has no guard against lost updates here, so the body is read just before
 * and the edit is computed from that; what would change nothing is not written.
 */
import type { Applied, Change } from "../../engine/change.ts";
import { RetryableError } from "../../engine/errors.ts";
import { mutateGraphql, queryGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

type EditIssueBody = Extract<Change, { kind: "edit-issue-body" }>;

export const bodyQuery = `
query ReadBody($id: ID!) { node(id: $id) { ... on Issue { body } } }`;

export const updateIssueMutation = `
mutation EditIssueBody($input: UpdateIssueInput!) {
  updateIssue(input: $input) { issue { body } }
}`;

interface BodyAnswer {
  readonly node: { readonly body?: string } | null;
}

interface UpdateAnswer {
  readonly updateIssue: { readonly issue: { readonly body: string } | null } | null;
}

export async function editIssueBody(
  octokit: Octokit,
  { issueId, edit }: EditIssueBody,
): Promise<Applied> {
  const current = await readBody(octokit, issueId);
  const wanted = edit(current);
  if (wanted === undefined || wanted === current) return { kind: "unchanged", body: current };
  const input = { id: issueId, body: wanted };
  const answer = await mutateGraphql<UpdateAnswer>(octokit, updateIssueMutation, input);
  return { kind: "issue-edited", body: answer.updateIssue?.issue?.body ?? wanted };
}

/** The next sync finds the issue gone and makes another. */
async function readBody(octokit: Octokit, id: string): Promise<string> {
  const answer = await queryGraphql<BodyAnswer>(octokit, bodyQuery, { id }, "write");
  const body = answer.node?.body;
  if (body === undefined) throw new RetryableError(`The issue ${id} was deleted before its edit.`);
  return body;
}
