/** GitHub's answers as texts that may hold commands: pure. */
import type { CommandText, EarlierText, Writer } from "../domain/command-text.ts";
import { nodesOf } from "./answer.ts";
import type {
  CommentNode,
  EditNode,
  OpeningNode,
  ReactionNode,
  TextFacts,
  TextNode,
  ThreadCommentNode,
  ThreadNode,
  WriterNode,
} from "./command-text-answer.ts";

/** A text of an issue, and the thread that it stands in. */
export interface TextInThread {
  readonly facts: CommentNode | OpeningNode;
  readonly thread: ThreadNode;
}

/** Null for what is no text of an issue of this repository: pull requests, and what was transferred. */
export function toTextInThread(node: TextNode | null, repositoryId: string): TextInThread | null {
  const found = findThread(node);
  return found?.thread.repository.id === repositoryId ? found : null;
}

function findThread(node: TextNode | null): TextInThread | null {
  if (node?.__typename === "Issue") return { facts: node, thread: node };
  if (node?.__typename !== "IssueComment" || node.pullRequest !== null) return null;
  return { facts: node, thread: node.issue };
}

/**
 * `own` are Milepost's comments in the thread since the text was written, oldest first; `botId` is the node id of
 * its bot.
 */
export function toCommandText(
  { facts, thread }: TextInThread,
  own: readonly ThreadCommentNode[],
  botId: string,
): CommandText {
  const isComment = facts.__typename === "IssueComment";
  return {
    id: facts.id,
    key: isComment ? `c:${facts.fullDatabaseId}` : `i:${facts.number}`,
    issue: thread.number,
    issueId: thread.id,
    isLocked: thread.locked,
    author: toWriter(facts.author),
    text: facts.body,
    createdAt: facts.createdAt,
    ...lastEditOf(facts, botId),
    versions: toVersions(facts),
    receipt: toReceipt(facts),
    replies: own.map(({ id, body, isMinimized }) => ({ id, body, isHidden: isMinimized })),
  };
}

/** By another than Milepost, whose task lists ask for nothing; as GitHub says it where that is not known. */
function lastEditOf(
  { createdAt, lastEditedAt, editor, userContentEdits }: TextFacts,
  botId: string,
): Pick<CommandText, "lastEditedAt" | "editor"> {
  const asTold = { lastEditedAt, editor: toWriter(editor) };
  if (editor?.id !== botId) return asTold;
  const edits = oldestFirst(nodesOf(userContentEdits));
  const others = edits.filter((edit) => edit.editor?.id !== botId);
  const last = others.at(-1);
  if (!last) return asTold;
  const isFirstText = last === edits[0] && last.editedAt === createdAt;
  if (isFirstText) return { lastEditedAt: null, editor: null };
  return { lastEditedAt: last.editedAt, editor: toWriter(last.editor) };
}

function toWriter(node: WriterNode | null): Writer | null {
  return node && { login: node.login, isBot: node.__typename === "Bot" };
}

/**
 * A deleted version is left out: what it held then counts as new, and a command that runs twice says that
 * all is so already, while one that never ran would be lost.
 */
function toVersions(facts: TextFacts): readonly EarlierText[] {
  const { createdAt, lastEditedAt, body, author } = facts;
  if (lastEditedAt === null) return [{ at: createdAt, text: body, editor: toWriter(author) }];
  const told = oldestFirst(nodesOf(facts.userContentEdits)).flatMap((edit) =>
    edit.diff === null
      ? []
      : [{ at: edit.editedAt, text: edit.diff, editor: toWriter(edit.editor) }],
  );
  const isCurrentTold = told.some(({ at }) => at >= lastEditedAt);
  return isCurrentTold
    ? told
    : [...told, { at: lastEditedAt, text: body, editor: toWriter(facts.editor) }];
}

/** GitHub lists the newest first; of those of one second their order is all there is to go by. */
function oldestFirst(edits: readonly EditNode[]): readonly EditNode[] {
  const [first, last] = [edits[0], edits[edits.length - 1]];
  const isOldestFirst = first && last && first.editedAt < last.editedAt;
  const inOrder = isOldestFirst ? edits : edits.toReversed();
  return inOrder.toSorted((a, b) => compareInstants(a.editedAt, b.editedAt));
}

const receiptContents = ["rocket", "confused", "eyes"] as const;

/** Each own reaction is a receipt; the last of them counts. */
function toReceipt(facts: TextFacts): CommandText["receipt"] {
  const own = receiptContents.flatMap((content) => {
    const group = facts.reactionGroups?.find((one) => one.content === content.toUpperCase());
    if (!group?.viewerHasReacted) return [];
    const at = findOwnDate(nodesOf(facts[content])) ?? group.createdAt;
    return at === null ? [] : [{ content, at }];
  });
  const [latest] = own.map(({ at }) => at).toSorted((a, b) => compareInstants(b, a));
  return latest === undefined ? null : { at: latest, contents: own.map(({ content }) => content) };
}

/** Of several bots' reactions, which all come without a user, the earliest is ours to be sure. */
function findOwnDate(reactions: readonly ReactionNode[]): string | undefined {
  const possible = reactions.filter(({ user }) => user === null);
  return possible.map(({ createdAt }) => createdAt).toSorted(compareInstants)[0];
}

function compareInstants(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
