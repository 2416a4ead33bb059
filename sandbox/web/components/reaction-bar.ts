/** Reactions to a text, and the ones to add. */
import { html } from "hono/html";
import type { Comment, Issue, ReactionContent } from "../../world/model.ts";
import { REACTION_CONTENTS } from "../../world/reactions.ts";
import type { Visit } from "../visit.ts";
import type { HtmlPart, MaybePart } from "./html-part.ts";

const PICTURES: Readonly<Record<ReactionContent, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  hooray: "🎉",
  confused: "😕",
  heart: "❤️",
  rocket: "🚀",
  eyes: "👀",
};

export function reactionBar(visit: Visit, text: Issue | Comment): HtmlPart {
  const issue = text.kind === "issue" ? text : text.issue;
  const name = text.kind === "issue" ? "body" : String(text.id);
  const used = REACTION_CONTENTS.filter((content) => count(text, content) > 0);
  const others = REACTION_CONTENTS.filter((content) => !used.includes(content));
  return html`<form class="reactions" method="post" action="${visit.home}/issues/${issue.number}/reactions"><input type="hidden" name="text" value="${name}">${used.map((content) => given(visit, text, content))}${more(others)}</form>`;
}

function given({ viewer }: Visit, text: Issue | Comment, content: ReactionContent): HtmlPart {
  const people = peopleOf(text, content);
  const isMine = people.includes(viewer);
  return html`<button class="reaction" name="content" value="${content}" aria-pressed="${String(isMine)}" title="${people.join(", ")}" aria-label="${content}: ${people.join(", ")}">${PICTURES[content]} ${people.length}</button>`;
}

function more(contents: readonly ReactionContent[]): MaybePart {
  if (contents.length === 0) return "";
  const buttons = contents.map(
    (content) =>
      html`<button class="reaction" name="content" value="${content}" aria-label="React with ${content}">${PICTURES[content]}</button>`,
  );
  return html`<details class="more-reactions"><summary aria-label="React">☺</summary>${buttons}</details>`;
}

function count(text: Issue | Comment, content: ReactionContent): number {
  return peopleOf(text, content).length;
}

function peopleOf({ reactions }: Issue | Comment, content: ReactionContent): readonly string[] {
  return reactions.filter((one) => one.content === content).map(({ user }) => user.login);
}
