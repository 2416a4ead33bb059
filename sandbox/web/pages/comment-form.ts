/** Where a visitor says something, with the App's commands offered, and closes or reopens. */
import { html } from "hono/html";
import type { Issue } from "../../world/model.ts";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import type { CommandOffer } from "../exhibit.ts";
import { may, type Visit } from "../visit.ts";

export function commentForm(visit: Visit, issue: Issue): HtmlPart {
  const { exhibit, home, viewer } = visit;
  const page = `${home}/issues/${issue.number}`;
  const { commands, name } = exhibit.app;
  const isFirst = commands.length > 0;
  return html`<section class="card" aria-labelledby="say"><h2 class="card-head" id="say">Comment as ${viewer}</h2>
  <form method="post" action="${page}/comments" class="stack">
    <div class="offered"><textarea name="body" rows="4" required aria-label="Comment" data-offers ${isFirst ? html`aria-describedby="offers-hint"` : ""}></textarea></div>
    ${isFirst ? html`<p class="soft small" id="offers-hint">${name} knows ${commands.length} commands: begin a line with “/” to see them.</p>${offers(commands)}` : ""}
    <p><button class="button primary">Comment</button></p>
  </form>
  ${stateForm(visit, issue, page)}</section>`;
}

/** Read by the script that offers them; shown by none. */
function offers(commands: readonly CommandOffer[]): HtmlPart {
  const items = commands.map(
    ({ usage, summary }) => html`<li data-usage="${usage}" data-summary="${summary}"></li>`,
  );
  return html`<ul id="offers" hidden>${items}</ul>`;
}

function stateForm(visit: Visit, issue: Issue, page: string): MaybePart {
  const isAuthor = issue.author.login === visit.viewer;
  if (!may(visit, "triage") && !isAuthor) return "";
  const buttons =
    issue.state === "open"
      ? html`<button class="button" name="state" value="completed">Close as completed</button> <button class="button" name="state" value="not_planned">Close as not planned</button>`
      : html`<button class="button" name="state" value="open">Reopen</button>`;
  return html`<form method="post" action="${page}/state" class="acts">${buttons}</form>`;
}
