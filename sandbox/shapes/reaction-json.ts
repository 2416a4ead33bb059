/** Reactions in REST's shape. */
import type { Comment, Issue, Reaction } from "../world/model.ts";
import { REACTION_CONTENTS } from "../world/reactions.ts";
import { accountJson } from "./account-json.ts";

/** One reaction. */
export function reactionJson(reaction: Reaction): Record<string, unknown> {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: accountJson(reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

/** The counts that come with an issue or comment; `api` is the subject's own address. */
export function reactionRollup(subject: Issue | Comment, api: string): Record<string, unknown> {
  const count = (name: string) =>
    subject.reactions.filter(({ content }) => content === name).length;
  return {
    url: `${api}/reactions`,
    total_count: subject.reactions.length,
    ...Object.fromEntries(REACTION_CONTENTS.map((name) => [name, count(name)])),
  };
}
