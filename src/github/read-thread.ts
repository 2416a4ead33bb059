/** The comments of an issue, from the last one back to an instant. */
import { nodesOf } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import type {
  EarlierCommentsAnswer,
  ThreadCommentNode,
  ThreadPage,
} from "./command-text-answer.ts";
import { earlierCommentsQuery } from "./command-text-query.ts";
import type { Octokit } from "./octokit.ts";

/** Oldest first, perhaps with some from before `since`; `last` is the last page of the thread. */
export async function readThread(
  octokit: Octokit,
  issueId: string,
  since: string,
  last: ThreadPage,
): Promise<readonly ThreadCommentNode[]> {
  const comments = [...nodesOf(last)];
  let page: ThreadPage | undefined = last;
  while (page?.pageInfo.hasPreviousPage && isAllSince(since, page)) {
    page = await readPage(octokit, issueId, page.pageInfo.startCursor);
    comments.unshift(...nodesOf(page));
  }
  return comments;
}

/** Bodies of the App's own comments; none where the issue is gone. */
export async function readOwnComments(
  octokit: Octokit,
  issueId: string,
  since: string,
): Promise<readonly string[]> {
  const last = await readPage(octokit, issueId, null);
  const comments = last ? await readThread(octokit, issueId, since, last) : [];
  return ownSince(comments, since).map(({ body }) => body);
}

export function ownSince(
  comments: readonly ThreadCommentNode[],
  since: string,
): readonly ThreadCommentNode[] {
  return comments.filter(({ viewerDidAuthor, createdAt }) => viewerDidAuthor && createdAt >= since);
}

/** Undefined where the issue was deleted. */
async function readPage(
  octokit: Octokit,
  id: string,
  before: string | null,
): Promise<ThreadPage | undefined> {
  const variables = { id, before };
  const answer = await queryGraphql<EarlierCommentsAnswer>(
    octokit,
    earlierCommentsQuery,
    variables,
  );
  return answer.node?.comments;
}

function isAllSince(since: string, page: ThreadPage): boolean {
  return nodesOf(page).every(({ createdAt }) => createdAt >= since);
}
