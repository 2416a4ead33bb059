/**
 * Sets Milepost's reaction to a text. GitHub keeps the date of a reaction that is set twice, so earlier ones
 * are taken away first, all in one call; one that is not there any more is no reason to stop.
 */
import type { Applied, Change } from "../../engine/change.ts";
import { RetryableError } from "../../engine/errors.ts";
import { mutateGraphqlInParts } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

type React = Extract<Change, { kind: "react" }>;

/** `$removed0`, … are taken away before `$added` is set. */
export function reactMutation(removals: number): string {
  const indexes = Array.from({ length: removals }, (_, index) => index);
  const variables = indexes.map((index) => `$removed${index}: RemoveReactionInput!, `).join("");
  const removed = indexes.map(
    (index) => `removed${index}: removeReaction(input: $removed${index}) { reaction { id } }`,
  );
  return `
mutation React(${variables}$added: AddReactionInput!) {
  ${removed.join("\n  ")}
  added: addReaction(input: $added) {
    reaction { createdAt } subject { ... on Comment { lastEditedAt editor { __typename } } }
  }
}`;
}

export const unreactMutation = `
mutation Unreact($removed: RemoveReactionInput!) {
  removed: removeReaction(input: $removed) { reaction { id } }
}`;

interface Subject {
  readonly lastEditedAt?: string | null;
  readonly editor?: { readonly __typename: string } | null;
}

interface ReactAnswer {
  readonly added: {
    readonly reaction: { readonly createdAt: string } | null;
    readonly subject: Subject | null;
  } | null;
}

export async function react(
  octokit: Octokit,
  { subjectId, content, replaces }: React,
): Promise<Applied> {
  const inputOf = (one: string) => ({ subjectId, content: one.toUpperCase() });
  const removed = replaces.map((one, index) => [`removed${index}`, inputOf(one)] as const);
  const variables = { ...Object.fromEntries(removed), added: inputOf(content) };
  const mutation = reactMutation(replaces.length);
  const { added } = await mutateGraphqlInParts<ReactAnswer>(octokit, mutation, variables, "added");
  const at = added?.reaction?.createdAt;
  if (at === undefined)
    throw new RetryableError("GitHub does not tell of the reaction it was given.");
  return { kind: "reacted", at, lastEditedAt: lastEditOf(added?.subject ?? {}) };
}

/** Bots give no commands, and Milepost itself edits the text in which a command for its task list stands. */
function lastEditOf({ lastEditedAt = null, editor }: Subject): string | null {
  return editor?.__typename === "Bot" ? null : lastEditedAt;
}

export async function unreact(
  octokit: Octokit,
  { subjectId, content }: Extract<Change, { kind: "unreact" }>,
): Promise<Applied> {
  const removed = { subjectId, content: content.toUpperCase() };
  await mutateGraphqlInParts(octokit, unreactMutation, { removed }, "removed");
  return { kind: "comment-changed" };
}
