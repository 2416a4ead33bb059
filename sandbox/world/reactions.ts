/** Reactions on issues and comments: one per person and kind; they move nothing and notify nobody. */
import { requireWritable } from "./lookup.ts";
import type { Account, Comment, Issue, Reaction, ReactionContent } from "./model.ts";
import { invalid, WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Every kind of reaction, in GitHub's order. */
export const REACTION_CONTENTS: readonly ReactionContent[] = [
  "+1",
  "-1",
  "laugh",
  "hooray",
  "confused",
  "heart",
  "rocket",
  "eyes",
];

/** Adds a reaction; setting it twice changes nothing and keeps the first one's time. */
export function addReaction(
  state: WorldState,
  user: Account,
  subject: Issue | Comment,
  content: string,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  requireReactable(state, user, subject);
  const known = REACTION_CONTENTS.find((name) => name === content);
  if (known === undefined) throw invalid("Reaction", "content", "invalid");
  const earlier = findReaction(subject, user, known);
  if (earlier !== undefined) return { reaction: earlier, isNew: false };
  const createdAt = state.tick();
  const reaction: Reaction = {
    kind: "reaction",
    ...state.identify("REA"),
    content: known,
    user,
    createdAt,
    subject,
  };
  subject.reactions.push(reaction);
  state.nodes.set(reaction.nodeId, reaction);
  return { reaction, isNew: true };
}

/** Takes the person's own reaction away; throws "not-found" when there is none. */
export function removeReaction(
  state: WorldState,
  user: Account,
  subject: Issue | Comment,
  content: string,
): Reaction {
  requireReactable(state, user, subject);
  const reaction = findReaction(subject, user, content);
  if (reaction === undefined) throw new WorldError("not-found", "Not Found");
  state.tick();
  subject.reactions.splice(subject.reactions.indexOf(reaction), 1);
  state.nodes.delete(reaction.nodeId);
  return reaction;
}

function findReaction(
  subject: Issue | Comment,
  user: Account,
  content: string,
): Reaction | undefined {
  return subject.reactions.find((one) => one.user === user && one.content === content);
}

/** Nobody reacts where the conversation is locked, writers neither; of Apps that is not proved. */
function requireReactable(
  { unverified }: WorldState,
  { type }: Account,
  subject: Issue | Comment,
): void {
  const issue = subject.kind === "issue" ? subject : subject.issue;
  requireWritable(issue.repository);
  const mayPass = type === "Bot" && unverified.reactionsOnLocked === "taken";
  if (issue.locked && !mayPass) {
    throw new WorldError("forbidden", "Unable to react because the conversation is locked.");
  }
}
