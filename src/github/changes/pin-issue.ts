/**
 * Pins an issue. GitHub refuses a fourth pin and a second pin of the same issue in words that are not
 * documented, so after a refusal it is asked how things stand.
 */
import type { Applied } from "../../engine/change.ts";
import { RefusedError } from "../../engine/errors.ts";
import { mutateGraphql, queryGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

export const pinMutation = `
mutation PinIssue($input: PinIssueInput!) { pinIssue(input: $input) { issue { isPinned } } }`;

export const pinsQuery = `
query ReadPins($id: ID!) {
  node(id: $id) { ... on Issue { isPinned repository { pinnedIssues(first: 3) { totalCount } } } }
}`;

const mostPins = 3;

interface PinsAnswer {
  readonly node: {
    readonly isPinned?: boolean | null;
    readonly repository?: { readonly pinnedIssues: { readonly totalCount: number } | null };
  } | null;
}

export async function pinIssue(octokit: Octokit, issueId: string): Promise<Applied> {
  try {
    await mutateGraphql(octokit, pinMutation, { issueId });
    return { kind: "issue-pinned" };
  } catch (error) {
    const isRefusal = error instanceof RefusedError || "errors" in Object(error);
    if (!isRefusal) throw error;
    const { node } = await queryGraphql<PinsAnswer>(octokit, pinsQuery, { id: issueId }, "write");
    if (node?.isPinned) return { kind: "issue-pinned" };
    const pins = node?.repository?.pinnedIssues?.totalCount ?? 0;
    if (pins >= mostPins) return { kind: "no-room-to-pin" };
    throw error;
  }
}
