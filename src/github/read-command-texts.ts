/** Texts that may hold commands: 20 in a call, and further calls only for long threads. */
import type { CommandText } from "../domain/command-text.ts";
import { queryGraphql } from "./call-graphql.ts";
import type { TextNode, TextsAnswer } from "./command-text-answer.ts";
import { textsQuery } from "./command-text-query.ts";
import type { Octokit } from "./octokit.ts";
import { ownSince, readThread } from "./read-thread.ts";
import { type TextInThread, toCommandText, toTextInThread } from "./to-command-text.ts";

interface Owners {
  readonly repositoryId: string;
  /** Node id of the App's own bot. */
  readonly botId: string;
}

/** Those that are texts of issues of this repository; `nodes` are what the first call brought. */
export async function readCommandTexts(
  octokit: Octokit,
  { repositoryId, botId }: Owners,
  nodes: readonly (TextNode | null)[],
  moreIds: readonly (readonly string[])[],
): Promise<readonly CommandText[]> {
  const all = [...nodes];
  for (const texts of moreIds) {
    const answer = await queryGraphql<TextsAnswer>(octokit, textsQuery, { texts });
    all.push(...(answer.texts ?? []));
  }
  const found: CommandText[] = [];
  for (const node of all) {
    const text = toTextInThread(node, repositoryId);
    if (text) found.push(await completeText(octokit, text, botId));
  }
  return found;
}

/** Nothing in the thread that is older than the text can be a reply to it. */
async function completeText(
  octokit: Octokit,
  text: TextInThread,
  botId: string,
): Promise<CommandText> {
  const { thread, facts } = text;
  const comments = await readThread(octokit, thread.id, facts.createdAt, thread.comments);
  return toCommandText(text, ownSince(comments, facts.createdAt), botId);
}
