/**
 * Creates an issue. By REST, which needs no repository id and tells the body as GitHub keeps it; below a
 * parent by one mutation, so that no issue stays behind without its parent.
 */
import type { Applied, Change } from "../../engine/change.ts";
import { RefusedError } from "../../engine/errors.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { mutateGraphql, queryGraphql } from "../call-graphql.ts";
import { goneMilestone, writeRest } from "../call-rest.ts";
import type { Octokit } from "../octokit.ts";

type CreateIssue = Extract<Change, { kind: "create-issue" }>;

/** `$milestone` 0 is none. */
export const placeQuery = `
query ReadPlace($owner: String!, $name: String!, $milestone: Int!) {
  repository(owner: $owner, name: $name) { id milestone(number: $milestone) { id } }
}`;

export const createIssueMutation = `
mutation CreateIssue($input: CreateIssueInput!) {
  createIssue(input: $input) { issue { id number body } }
}`;

interface PlaceAnswer {
  readonly repository: { readonly id: string; readonly milestone: { readonly id: string } | null };
}

interface CreateAnswer {
  readonly createIssue: {
    readonly issue: { readonly id: string; readonly number: number; readonly body: string };
  };
}

export async function createIssue(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { title, body, milestone, parentId }: CreateIssue,
): Promise<Applied> {
  if (parentId !== undefined) {
    const input = { title, body, parentIssueId: parentId };
    return createSubIssue(octokit, { owner, name, milestone: milestone ?? 0 }, input);
  }
  const route = "POST /repos/{owner}/{repo}/issues";
  const parameters = { owner, repo: name, title, body, milestone };
  const { data } = await writeRest(() => octokit.request(route, parameters));
  const kept = data.body ?? "";
  return { kind: "issue-created", number: data.number, issueId: data.node_id, body: kept };
}

interface Place {
  readonly owner: string;
  readonly name: string;
  readonly milestone: number;
}

async function createSubIssue(octokit: Octokit, place: Place, texts: object): Promise<Applied> {
  const { repository } = await queryGraphql<PlaceAnswer>(octokit, placeQuery, { ...place });
  const milestoneId = repository.milestone?.id;
  if (place.milestone !== 0 && milestoneId === undefined) {
    throw new RefusedError(goneMilestone(place.milestone));
  }
  const input = { repositoryId: repository.id, milestoneId, ...texts };
  const answer = await mutateGraphql<CreateAnswer>(octokit, createIssueMutation, input);
  const { id, number, body } = answer.createIssue.issue;
  return { kind: "issue-created", number, issueId: id, body };
}
