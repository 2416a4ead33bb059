/** Branches made, moved and deleted in one step, each only if it is still where it was read. */
import { StaleHeadError } from "../../engine/errors.ts";
import { mutateGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";
import { hasFault } from "../translate-error.ts";

export const moveBranchesMutation = `
mutation MoveBranches($input: UpdateRefsInput!) {
  updateRefs(input: $input) { clientMutationId }
}`;

/** As GitHub writes "no such branch". */
const nothing = "0".repeat(40);

export interface BranchMove {
  readonly branch: string;
  /** Undefined wherever it is; null where it must not exist. */
  readonly from?: string | null;
  /** Null deletes it. */
  readonly to: string | null;
}

/** The words with which GitHub says that a branch is elsewhere are not documented; a rule's words are. */
export async function moveBranches(
  octokit: Octokit,
  repositoryId: string,
  moves: readonly BranchMove[],
): Promise<void> {
  const refUpdates = moves.map(({ branch, from, to }) => ({
    name: `refs/heads/${branch}`,
    ...(from !== undefined && { beforeOid: from ?? nothing }),
    afterOid: to ?? nothing,
    force: true,
  }));
  try {
    await mutateGraphql(octokit, moveBranchesMutation, { repositoryId, refUpdates });
  } catch (error) {
    const { cause } = error as Error;
    if (hasFault(cause, "STALE_DATA") || isElsewhere(cause)) {
      throw new StaleHeadError("A branch has moved since it was read.", { cause });
    }
    throw error;
  }
}

function isElsewhere(error: unknown): boolean {
  return hasFault(error, "UNPROCESSABLE") && !/rule violations|read-only/i.test(String(error));
}
