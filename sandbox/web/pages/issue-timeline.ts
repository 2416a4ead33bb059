/** What was said and done about an issue, in order. */
import { html } from "hono/html";
import type { Comment, Issue, TimelineEvent } from "../../world/model.ts";
import { conversationText, mayEdit } from "../components/conversation-text.ts";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import { moment } from "../components/moment.ts";
import { reactionBar } from "../components/reaction-bar.ts";
import type { Visit } from "../visit.ts";
import { eventWords } from "./event-words.ts";

export function issueTimeline(visit: Visit, issue: Issue): HtmlPart[] {
  const comments = issue.comments.map((comment) => ({
    at: comment.createdAt,
    show: () => said(visit, comment),
  }));
  const events = issue.timeline.map((event) => ({
    at: event.createdAt,
    show: () => done(event, visit.home),
  }));
  // Both lists are in order, and sorting keeps it among equals.
  const entries = [...comments, ...events].sort(
    (a, b) => Number(a.at > b.at) - Number(a.at < b.at),
  );
  return entries.map(({ show }) => show());
}

function said(visit: Visit, comment: Comment): HtmlPart {
  const { id, author, createdAt, lastEditedAt } = comment;
  return html`<li class="card said" id="issuecomment-${id}" data-key="comment-${id}">
    <div class="card-head small"><strong>${author.login}</strong>${author.type === "Bot" ? html` <span class="tag">bot</span>` : ""} <span class="soft">${moment(createdAt)}${lastEditedAt === null ? "" : " · edited"}</span></div>
    ${conversationText(visit, comment)}
    ${reactionBar(visit, comment)}
    ${editForm(visit, comment)}
  </li>`;
}

function editForm(visit: Visit, comment: Comment): MaybePart {
  if (!mayEdit(visit, comment)) return "";
  const page = `${visit.home}/issues/${comment.issue.number}/comments/${comment.id}`;
  return html`<details class="edit"><summary>Edit</summary><form method="post" action="${page}">
    <label>Text <textarea name="body" rows="5" required data-offers data-source>
${comment.body}</textarea></label>
    <button class="button primary" name="act" value="save">Save</button> <button class="button" name="act" value="delete" formnovalidate>Delete</button>
  </form></details>`;
}

function done(event: TimelineEvent, home: string): HtmlPart {
  return html`<li class="event small" data-key="event-${event.id}"><strong>${event.actor.login}</strong> ${eventWords(event, home)} <span class="soft">${moment(event.createdAt)}</span></li>`;
}
