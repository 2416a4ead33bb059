/** Adds a blocker to an issue, or takes one away. Blockers of other repositories are looked up by number. */
import type { Applied, BlockerAddress, Change } from "../../engine/change.ts";
import { GoneError, RefusedError } from "../../engine/errors.ts";
import { queryGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";
import { mutateFact } from "./mutate-fact.ts";

type EditBlocker = Extract<Change, { kind: "add-blocker" | "remove-blocker" }>;

export const addBlockerMutation = `
mutation AddBlocker($input: AddBlockedByInput!) {
  addBlockedBy(input: $input) { issue { id } }
}`;

export const removeBlockerMutation = `
mutation RemoveBlocker($input: RemoveBlockedByInput!) {
  removeBlockedBy(input: $input) { issue { id } }
}`;

export const foreignIssueQuery = `
query FindIssue($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issue(number: $number) { id } }
}`;

interface ForeignIssueAnswer {
  readonly repository: { readonly issue: { readonly id: string } | null };
}

export async function editBlocker(
  octokit: Octokit,
  { kind, issueId, blocker }: EditBlocker,
): Promise<Applied> {
  const isRemoval = kind === "remove-blocker";
  const blockingIssueId = "id" in blocker ? blocker.id : await findForeign(octokit, blocker);
  return mutateFact(octokit, {
    issueId,
    mutation: isRemoval ? removeBlockerMutation : addBlockerMutation,
    input: { issueId, blockingIssueId },
    isSo: ({ blockerIds }) => blockerIds.includes(blockingIssueId) !== isRemoval,
  });
}

type ForeignAddress = Exclude<BlockerAddress, { readonly id: string }>;

async function findForeign(octokit: Octokit, address: ForeignAddress): Promise<string> {
  const id = await lookUp(octokit, address);
  if (id !== undefined) return id;
  const { repository, number } = address;
  throw new RefusedError(`There is no issue ${repository}#${number} that Milepost can see.`);
}

/** Undefined also where the repository is private to others: GitHub does not tell which. */
async function lookUp(
  octokit: Octokit,
  { repository, number }: ForeignAddress,
): Promise<string | undefined> {
  const [owner, name] = repository.split("/");
  const variables = { owner, name, number };
  try {
    const answer = await queryGraphql<ForeignIssueAnswer>(octokit, foreignIssueQuery, variables);
    return answer.repository.issue?.id;
  } catch (error) {
    if (error instanceof GoneError || error instanceof RefusedError) return undefined;
    throw error;
  }
}
