/**
 * Edits an issue's body. GitHub has no guard against lost updates here, so the body is read just before
 * and the edit is computed from that; what would change nothing is not written. A person's edit that came
 * between is then in the body's history, right below ours: the edit is made anew from that.
 */

import type { Applied, Change } from "../../engine/change.ts";
import { RetryableError } from "../../engine/errors.ts";
import { mergeChange } from "../../engine/merge-change.ts";
import { nodesOf } from "../answer.ts";
import { mutateGraphqlInParts, queryGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

type EditIssueBody = Extract<Change, { kind: "edit-issue-body" }>;

export const bodyQuery = `
query ReadBody($id: ID!) {
  node(id: $id) { ... on Issue { body userContentEdits(first: 1) { nodes { id } } } }
}`;

export const updateIssueMutation = `
mutation EditIssueBody($input: UpdateIssueInput!) {
  updateIssue(input: $input) { issue { body userContentEdits(first: 10) { nodes { id } } } }
}`;

/** Each version is as long as the body: they are asked for only where one came between. */
export const bodyVersionsQuery = `
query ReadVersionsOfBody($id: ID!) {
  node(id: $id) { ... on Issue { userContentEdits(first: 10) { nodes { id diff } } } }
}`;

/** Newest first. A body that was never edited has none, and its first text from its first edit on. */
interface History<V> {
  readonly userContentEdits?: { readonly nodes: readonly (V | null)[] | null } | null;
}

interface Known {
  readonly id: string;
}

/** `diff` holds the whole text as it was then; null where somebody deleted that version. */
interface Version extends Known {
  readonly diff: string | null;
}

interface BodyNode extends History<Known> {
  readonly body: string;
}

interface BodyAnswer {
  readonly node: Partial<BodyNode> | null;
}

interface VersionsAnswer {
  readonly node: History<Version> | null;
}

interface UpdateAnswer {
  readonly updateIssue: { readonly issue: BodyNode | null } | null;
}

/** People who edit each time in the same moment are met half-way: nobody loses anything by another round. */
const mostRounds = 3;

export async function editIssueBody(
  octokit: Octokit,
  { issueId, edit }: EditIssueBody,
): Promise<Applied> {
  const before = await readBody(octokit, issueId);
  let present = before;
  let wanted = edit(before.body);
  for (let round = 1; wanted !== undefined && wanted !== present.body; round += 1) {
    const after = await write(octokit, issueId, wanted);
    const versions =
      round > mostRounds || !isBetween(present, after) ? [] : await readVersions(octokit, issueId);
    const lost = findLostVersion(present, { after, versions, wanted });
    const change = lost === null ? null : { from: present.body, to: lost };
    present = after;
    if (change === null) break;
    // Who came between the second time has not seen what the first round gave back.
    const kept = (round > 1 && mergeChange(change, wanted)) || change.to;
    wanted = edit(kept) ?? kept;
  }
  const kind = present === before ? "unchanged" : "issue-edited";
  return { kind, body: present.body };
}

/** The next sync finds the issue gone and makes another. */
async function readBody(octokit: Octokit, id: string): Promise<BodyNode> {
  const { node } = await queryGraphql<BodyAnswer>(octokit, bodyQuery, { id }, "write");
  if (node?.body !== undefined) return { ...node, body: node.body };
  throw new RetryableError(`The issue ${id} was deleted before its edit.`);
}

async function write(octokit: Octokit, id: string, body: string): Promise<BodyNode> {
  const variables = { input: { id, body } };
  const answer = await mutateGraphqlInParts<UpdateAnswer>(
    octokit,
    updateIssueMutation,
    variables,
    "updateIssue",
  );
  return answer.updateIssue?.issue ?? { body };
}

/** Whether more was written since than ours. */
function isBetween(before: BodyNode, after: BodyNode): boolean {
  const versions = nodesOf(after.userContentEdits);
  const known = nodesOf(before.userContentEdits)[0]?.id;
  // The first edit of all brings the text of before into the history, too.
  if (known === undefined) return versions.length > 2;
  const place = versions.findIndex(({ id }) => id === known);
  return place < 0 ? versions.length > 0 : place > 1;
}

async function readVersions(octokit: Octokit, id: string): Promise<readonly Version[]> {
  const { node } = await queryGraphql<VersionsAnswer>(octokit, bodyVersionsQuery, { id }, "write");
  return nodesOf(node?.userContentEdits);
}

interface Written {
  readonly after: BodyNode;
  readonly versions: readonly Version[];
  readonly wanted: string;
}

/**
 * What stood in the issue when ours was written, where that is not what ours was made from; null where
 * nothing was lost, or the history does not tell.
 */
function findLostVersion(before: BodyNode, { after, versions, wanted }: Written): string | null {
  const known = nodesOf(before.userContentEdits)[0]?.id;
  const ours = versions.findIndex(({ diff }) => diff === wanted || diff === after.body);
  // A write that is tried again, as its answer was lost, may stand there twice.
  const below = versions.slice(ours + 1).find(({ diff }) => diff !== versions[ours]?.diff);
  // One that GitHub joins with an earlier version of ours has that version's id.
  if (ours < 0 || !below || versions[ours]?.id === known || below.id === known) return null;
  return below.diff === before.body ? null : below.diff;
}
