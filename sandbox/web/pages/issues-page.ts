/** The list of issues with its filters, 25 a page. All of it is in the address. */
import { html } from "hono/html";
import type { Issue } from "../../world/model.ts";
import type { HtmlPart } from "../components/html-part.ts";
import { issueRow } from "../components/issue-row.ts";
import type { Page } from "../components/layout.ts";
import type { Visit } from "../visit.ts";
import { type IssueFilter, keepsIssue, readFilter, writeFilter } from "./issue-filter.ts";
import { filterForm } from "./issue-filters.ts";

const pageSize = 25;

export function issuesPage(visit: Visit): Page {
  const filter = readFilter(visit.address.searchParams);
  const all = [...visit.repository.issues.values()].filter(({ pull }) => pull === null);
  const found = all.filter((issue) => keepsIssue(filter, issue));
  const inState = found.filter(({ state }) => filter.state === "all" || state === filter.state);
  inState.sort((a, b) => b.number - a.number);
  const pages = Math.max(1, Math.ceil(inState.length / pageSize));
  const page = Math.min(filter.page, pages);
  const shown = inState.slice((page - 1) * pageSize, page * pageSize);
  const body = html`<div class="page-head"><h1>Issues</h1><a class="button primary" href="${visit.home}/new">New issue</a></div>
${filterForm(visit, filter)}
<section class="card flush">
  <div class="card-head">${stateLinks(visit, filter, found)}</div>
  ${shown.length === 0 ? html`<p class="empty">No issue is like that. <a href="${visit.home}/issues">Show all open ones</a></p>` : html`<ul class="plain rows">${shown.map((issue) => issueRow(issue, visit.home))}</ul>`}
</section>
${pager(visit, { ...filter, page }, pages)}`;
  return { title: "Issues", room: "issues", body };
}

function stateLinks(visit: Visit, filter: IssueFilter, found: readonly Issue[]): HtmlPart[] {
  const open = found.filter(({ state }) => state === "open").length;
  const counts = { open, closed: found.length - open, all: found.length };
  return (["open", "closed", "all"] as const).map((state) => {
    const address = writeFilter(visit.home, { ...filter, state, page: 1 });
    const current = state === filter.state ? "true" : "false";
    return html`<a class="choice" aria-current="${current}" href="${address}">${counts[state]} ${state === "all" ? "in all" : state}</a> `;
  });
}

function pager(visit: Visit, filter: IssueFilter, pages: number): HtmlPart | "" {
  if (pages === 1) return "";
  const to = (page: number) => writeFilter(visit.home, { ...filter, page });
  const back = filter.page > 1 ? html`<a rel="prev" href="${to(filter.page - 1)}">Newer</a>` : "";
  const on = filter.page < pages ? html`<a rel="next" href="${to(filter.page + 1)}">Older</a>` : "";
  return html`<nav class="pager" aria-label="Pages">${back} <span class="soft">Page ${filter.page} of ${pages}</span> ${on}</nav>`;
}
