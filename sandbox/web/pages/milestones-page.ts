/** All milestones, and one with its issues. */
import { html } from "hono/html";
import type { Issue, Milestone } from "../../world/model.ts";
import type { HtmlPart } from "../components/html-part.ts";
import { issueRow } from "../components/issue-row.ts";
import type { Page } from "../components/layout.ts";
import { milestoneBar } from "../components/milestone-bar.ts";
import type { Visit } from "../visit.ts";

export function milestonesPage({ repository, home }: Visit): Page {
  const all = [...repository.milestones.values()];
  const rows = all.map(
    (milestone) =>
      html`<li class="row wide">${milestoneBar(milestone, home)}<div class="row-main">${descriptionOf(milestone)}</div></li>`,
  );
  const body = html`<div class="page-head"><h1>Milestones</h1></div>
<section class="card flush">${all.length === 0 ? html`<p class="empty">There are no milestones.</p>` : html`<ul class="plain rows">${rows}</ul>`}</section>`;
  return { title: "Milestones", room: "milestones", body };
}

export function milestonePage(visit: Visit, number: string | undefined): Page | undefined {
  const { repository, home } = visit;
  const milestone = repository.milestones.get(Number(number));
  if (milestone === undefined) return undefined;
  const issues = [...milestone.issues].filter(({ pull }) => pull === null);
  issues.sort((a, b) => b.number - a.number);
  const open = issues.filter(({ state }) => state === "open");
  const closed = issues.filter(({ state }) => state === "closed");
  const body = html`<div class="page-head"><h1>${milestone.title}</h1></div>
<section class="card">${milestoneBar(milestone, home)}${descriptionOf(milestone)}</section>
${list(`${open.length} open`, open, home)}${list(`${closed.length} closed`, closed, home)}`;
  return { title: milestone.title, room: "milestones", body };
}

function list(head: string, issues: readonly Issue[], home: string): HtmlPart | "" {
  if (issues.length === 0) return "";
  return html`<section class="card flush"><h2 class="card-head">${head}</h2><ul class="plain rows">${issues.map((issue) => issueRow(issue, home))}</ul></section>`;
}

/** Its lines are shown as they were written: some of them mean something to the App. */
function descriptionOf({ description }: Milestone): HtmlPart {
  return html`<p class="lines">${description ?? ""}</p>`;
}
