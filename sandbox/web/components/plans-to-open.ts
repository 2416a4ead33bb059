/** The plans on the shelf, and a place to drop one's own. */
import { html } from "hono/html";
import type { PlanShelf } from "../exhibit.ts";
import type { HtmlPart } from "./html-part.ts";

export function plansToOpen({ plans }: PlanShelf): HtmlPart {
  const cards = plans.map(
    ({ id, title, summary }) => html`<li class="card"><h3>${title}</h3><p>${summary}</p>
    <form method="post" action="/-/plans"><button class="button" name="plan" value="${id}">Open ${title}</button></form></li>`,
  );
  return html`<ul class="plain shelf">${cards}
  <li class="card" data-drop><h3>Your own plan</h3>
    <p>A spec in JSON with milestones and issues, or a plan in Markdown. Drop a file here, choose one, or paste its text. It stays on this machine.</p>
    <form method="post" action="/-/own-plan" enctype="multipart/form-data" class="stack">
      <label>File <input type="file" name="file" accept=".json,.md,.markdown,application/json,text/markdown"></label>
      <label>Or its text <textarea name="text" rows="3"></textarea></label>
      <p><button class="button">Open it</button></p>
    </form></li></ul>`;
}
