/**
 * Which texts people wrote or edited since an instant: comments by REST, where a repository has a list of
 * them, and opening texts by GraphQL, where they tell when they were edited. One call for 100 of each.
 */
import type { RepositoryAddress } from "../engine/ports.ts";
import { nodesOf, type PageAfterPage } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import type { Octokit } from "./octokit.ts";
import type { OpeningTextNode, OpeningTextsAnswer } from "./people-answer.ts";
import { openingTextsQuery } from "./people-query.ts";
import { translateError } from "./translate-error.ts";

interface FoundText {
  readonly id: string;
  readonly at: string;
  readonly text: string;
}

/** Node ids, in the order in which the texts were written or last edited. */
export async function readTextsSince(
  octokit: Octokit,
  address: RepositoryAddress,
  since: string,
  isWorthReading: (text: string) => boolean,
): Promise<readonly string[]> {
  const comments = await readComments(octokit, address, since);
  const openings = await readOpenings(octokit, address, since);
  return [...openings, ...comments]
    .filter(({ text }) => isWorthReading(text))
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at))
    .map(({ id }) => id);
}

async function readComments(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  since: string,
): Promise<readonly FoundText[]> {
  const found: FoundText[] = [];
  const route = "GET /repos/{owner}/{repo}/issues/comments";
  const order = { sort: "updated", direction: "asc", per_page: 100 } as const;
  try {
    const parameters = { owner, repo: name, since, ...order };
    for await (const { data } of octokit.paginate.iterator(route, parameters)) {
      for (const { node_id, updated_at, html_url, user, body = "" } of data) {
        const isMeant = user?.type !== "Bot" && isOnIssue(html_url) && updated_at >= since;
        if (isMeant) found.push({ id: node_id, at: updated_at, text: body });
      }
    }
  } catch (error) {
    throw translateError(error);
  }
  return found;
}

/** The address on the web is all that tells a pull request's comment from an issue's. */
function isOnIssue(url: string): boolean {
  return !/\/pull\/\d+(#|$)/.test(url);
}

async function readOpenings(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  since: string,
): Promise<readonly FoundText[]> {
  const found: FoundText[] = [];
  let page: PageAfterPage<OpeningTextNode> | null = null;
  do {
    const variables = { owner, name, since, after: page?.pageInfo.endCursor ?? null };
    const answer: OpeningTextsAnswer = await queryGraphql(octokit, openingTextsQuery, variables);
    page = answer.repository.issues;
    for (const opening of nodesOf(page)) {
      const at = givenAt(opening);
      if (at !== null && at >= since) found.push({ id: opening.id, at, text: opening.body });
    }
  } while (page.pageInfo.hasNextPage);
  return found;
}

/**
 * Null where only bots wrote. People edit texts that bots opened; and of what people opened Milepost edits the task
 * lists, after which nobody knows whether a person has edited it, too.
 */
function givenAt({ createdAt, lastEditedAt, author, editor }: OpeningTextNode): string | null {
  if (lastEditedAt !== null && editor?.__typename !== "Bot") return lastEditedAt;
  return author?.__typename === "Bot" ? null : createdAt;
}
