/** The form above the list of issues. */
import { html } from "hono/html";
import type { HtmlPart } from "../components/html-part.ts";
import type { Visit } from "../visit.ts";
import type { IssueFilter } from "./issue-filter.ts";

export function filterForm({ home, repository }: Visit, filter: IssueFilter): HtmlPart {
  const milestones = [...repository.milestones.values()];
  const labels = [...repository.labels.values()].map(({ name }) => name).sort();
  return html`<form class="filters" method="get" action="${home}/issues" role="search" aria-label="Issues">
  ${filter.state === "open" ? "" : html`<input type="hidden" name="state" value="${filter.state}">`}
  <label>Words <input type="search" name="text" value="${filter.text}"></label>
  <label>Milestone <select name="milestone" data-submits>
    ${option("", "Any", filter.milestone)}${option("none", "None", filter.milestone)}
    ${milestones.map(({ number, title }) => option(String(number), title, filter.milestone))}
  </select></label>
  <label>Label <select name="label" data-submits>
    ${option("", "Any", filter.label)}${labels.map((name) => option(name, name, filter.label))}
  </select></label>
  <button class="button">Filter</button>
</form>`;
}

export function option(value: string, words: string, chosen: string): HtmlPart {
  return html`<option value="${value}" ${value === chosen ? "selected" : ""}>${words}</option>`;
}
