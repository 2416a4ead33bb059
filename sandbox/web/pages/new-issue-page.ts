/** Where a visitor opens an issue. */
import { html } from "hono/html";
import type { Page } from "../components/layout.ts";
import { may, type Visit } from "../visit.ts";
import { option } from "./issue-filters.ts";

export function newIssuePage(visit: Visit): Page {
  const { home, repository, viewer } = visit;
  const milestones = [...repository.milestones.values()];
  const milestone = html`<label>Milestone <select name="milestone">${option("", "None", "")}${milestones.map(({ number, title }) => option(String(number), title, ""))}</select></label>`;
  const body = html`<div class="page-head"><h1>New issue</h1></div>
<form class="card stack" method="post" action="${home}/issues">
  <label>Title <input name="title" required maxlength="256"></label>
  <label>Text <textarea name="body" rows="8"></textarea></label>
  ${may(visit, "triage") ? milestone : ""}
  <p><button class="button primary">Open it as ${viewer}</button></p>
</form>`;
  return { title: "New issue", room: "issues", body };
}
