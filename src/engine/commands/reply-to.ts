/**
 * What the people of a thread see of a run: at most one comment, found by its hidden key and changed in
 * place, folded away once nothing is wrong any more; and, last, the reaction that is the receipt.
 */
import type { CommandText } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";
import type { Reaction } from "../change.ts";
import type { ChangeApplier, RepositoryAddress } from "../ports.ts";
import { ranKey, replyKey, withoutRanKey } from "./keys.ts";

export interface Thread {
  readonly applier: ChangeApplier;
  readonly address: RepositoryAddress;
  readonly text: CommandText;
}

/** Null where there is nothing to say. Whether a new comment was made. */
export async function reply(thread: Thread, wanted: string | null): Promise<boolean> {
  const { text } = thread;
  const key = replyKey(text.key);
  const present = text.replies.find(({ body }) => body.includes(key));
  if (wanted === null) {
    if (present && !present.isHidden) await write(thread, "hide-comment", present.id);
    return false;
  }
  const version = text.lastEditedAt === null ? "" : ranKey(text.lastEditedAt);
  const body = `${wanted}\n\n${key}${version}`;
  if (!present) {
    const { applier, address } = thread;
    await applier.apply(address, { kind: "add-comment", issueId: text.issueId, body });
    return true;
  }
  await amend(thread, present, body);
  return false;
}

async function amend(
  thread: Thread,
  present: CommandText["replies"][number],
  body: string,
): Promise<void> {
  const { applier, address } = thread;
  if (withoutRanKey(present.body) !== withoutRanKey(body)) {
    await applier.apply(address, { kind: "edit-comment", commentId: present.id, body });
  }
  if (present.isHidden) await write(thread, "show-comment", present.id);
}

function write(
  { applier, address }: Thread,
  kind: "hide-comment" | "show-comment",
  commentId: string,
) {
  return applier.apply(address, { kind, commentId });
}

function isReaction(content: string): content is Reaction {
  return ["rocket", "confused", "eyes"].includes(content);
}

/** No receipt of what was added meanwhile, whatever becomes of this process. */
export async function takeBack({ applier, address, text }: Thread, content: Reaction) {
  await applier.apply(address, { kind: "unreact", subjectId: text.id, content });
}

/** When the text was last edited, as GitHub says in its answer: it may have been after it was read. */
export async function react(
  { applier, address, text }: Thread,
  content: Reaction,
): Promise<Instant | null> {
  const replaces = (text.receipt?.contents ?? []).filter(isReaction);
  const change = { kind: "react", subjectId: text.id, content, replaces } as const;
  const applied = await applier.apply(address, change);
  return applied.kind === "reacted" ? applied.lastEditedAt : null;
}
