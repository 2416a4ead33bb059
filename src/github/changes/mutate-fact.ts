/**
 * A mutation of an issue's fact. GitHub refuses some that would change nothing, in words that are not
 * documented, so after a refusal it is asked how the issue stands.
 */
import type { Applied } from "../../engine/change.ts";
import { RefusedError, RetryableError } from "../../engine/errors.ts";
import { mutateGraphql, queryGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";
import { hasFault } from "../translate-error.ts";

export const standingQuery = `
query ReadStanding($id: ID!) {
  node(id: $id) { ... on Issue { state parent { id } blockedBy(first: 100) { nodes { id } } } }
}`;

export interface Standing {
  readonly state: "OPEN" | "CLOSED";
  readonly parentId: string | null;
  readonly blockerIds: readonly string[];
}

interface StandingAnswer {
  readonly node: {
    readonly state?: "OPEN" | "CLOSED";
    readonly parent?: { readonly id: string } | null;
    readonly blockedBy?: { readonly nodes: readonly ({ readonly id: string } | null)[] | null };
  } | null;
}

export interface FactMutation {
  readonly issueId: string;
  readonly mutation: string;
  readonly input: object;
  readonly isSo: (standing: Standing) => boolean;
}

export async function mutateFact(
  octokit: Octokit,
  { issueId, mutation, input, isSo }: FactMutation,
): Promise<Applied> {
  try {
    await mutateGraphql(octokit, mutation, input);
  } catch (error) {
    const refusal = findRefusal(error);
    if (refusal === null) throw error;
    const standing = await readStanding(octokit, issueId);
    if (standing === null || !isSo(standing)) throw refusal;
  }
  return { kind: "fact-changed" };
}

/** What is missing may be the relation itself, and is no reason to try again and again. */
function findRefusal(error: unknown): RefusedError | null {
  if (error instanceof RefusedError) return error;
  const isMissing = error instanceof RetryableError && hasFault(error.cause, "NOT_FOUND");
  return isMissing
    ? new RefusedError("One of these issues is gone, or Milepost may not see it.")
    : null;
}

async function readStanding(octokit: Octokit, id: string): Promise<Standing | null> {
  const { node } = await queryGraphql<StandingAnswer>(octokit, standingQuery, { id }, "write");
  if (node?.state === undefined) return null;
  const blockers = node.blockedBy?.nodes ?? [];
  return {
    state: node.state,
    parentId: node.parent?.id ?? null,
    blockerIds: blockers.flatMap((blocker) => blocker?.id ?? []),
  };
}
