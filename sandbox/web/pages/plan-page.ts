/** The repository's first page: the pinned issues in full, and beside them what the plan is made of. */
import { html } from "hono/html";
import type { Issue } from "../../world/model.ts";
import { commitLine } from "../components/commit-line.ts";
import { conversationText } from "../components/conversation-text.ts";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import { fileIcon, pinIcon, stateIcon } from "../components/icons.ts";
import type { Page } from "../components/layout.ts";
import { milestoneBar } from "../components/milestone-bar.ts";
import { postButton } from "../components/post-button.ts";
import { documentPaths, encodePath } from "../documents.ts";
import { may, type Visit } from "../visit.ts";

const issuesShown = 12;
const commitsShown = 4;

export function planPage(visit: Visit): Page {
  const { exhibit, repository } = visit;
  const pinned = exhibit.sandbox.world.pinned(repository);
  const body = html`<h1 class="sr-only">${repository.nameWithOwner}: ${exhibit.title}</h1>
<div class="columns overview">
  <div class="first">
    ${pinned.length === 0 ? nothingPinned(visit) : pinned.map((issue) => pinnedIssue(visit, issue))}
  </div>
  <div class="aside">
    ${hints(visit)}
    ${openIssues(visit)}
  </div>
  <div class="pair">${milestones(visit)}<div>${documents(visit)}${commits(visit)}</div></div>
</div>`;
  return { title: "Plan", room: "plan", body };
}

function nothingPinned({ exhibit }: Visit): HtmlPart {
  return html`<section class="card"><p>No issue is pinned. ${exhibit.app.name} pins its status issue here after the first look at the plan.</p></section>`;
}

function pinnedIssue(visit: Visit, issue: Issue): HtmlPart {
  const address = `${visit.home}/issues/${issue.number}`;
  return html`<article class="card" data-key="pinned-${issue.number}">
    <h2 class="card-head">${pinIcon} <a href="${address}">${issue.title}</a> <span class="soft">#${issue.number}</span>${issue.state === "closed" ? html` ${stateIcon(issue)}` : ""}</h2>
    ${conversationText(visit, issue)}
  </article>`;
}

function hints({ exhibit, home }: Visit): MaybePart {
  if (exhibit.hints.length === 0) return "";
  const items = exhibit.hints.map(
    ({ text, path }) => html`<li><a href="${home}/${path}">${text}</a></li>`,
  );
  return html`<section class="card hints"><h2 class="card-head">Try it</h2><ol>${items}</ol></section>`;
}

/** Of the first milestone in which anything is open: closing one here shows at once what follows. */
function openIssues(visit: Visit): MaybePart {
  const { repository, home } = visit;
  const milestone = [...repository.milestones.values()].find(
    ({ state, openIssues: open }) => state === "open" && open > 0,
  );
  if (milestone === undefined) return "";
  const open = [...milestone.issues]
    .filter(({ state, pull }) => state === "open" && pull === null)
    .sort((a, b) => a.number - b.number);
  const shown = open.slice(0, issuesShown);
  const list = `${home}/issues?milestone=${milestone.number}`;
  return html`<section class="card"><h2 class="card-head">Open in ${milestone.title} <span class="count">${open.length}</span></h2>
    <ul class="plain">${shown.map((issue) => openIssue(visit, issue))}</ul>
    ${open.length > shown.length ? html`<p><a href="${list}">All ${open.length}</a></p>` : ""}
  </section>`;
}

function openIssue(visit: Visit, issue: Issue): HtmlPart {
  const { home, viewer } = visit;
  const action = `${home}/issues/${issue.number}/state`;
  const label = `Close #${issue.number}`;
  const mayClose = may(visit, "triage") || issue.author.login === viewer;
  return html`<li class="line" data-key="open-${issue.number}"><span>${stateIcon(issue)} <a href="${home}/issues/${issue.number}"><span class="soft">#${issue.number}</span> ${issue.title}</a></span>
    ${mayClose ? postButton({ action, name: "state", value: "completed", words: "Close", label, style: "button small" }) : ""}</li>`;
}

function milestones(visit: Visit): MaybePart {
  const all = [...visit.repository.milestones.values()];
  if (all.length === 0) return "";
  const lines = all.map((milestone) => html`<li>${milestoneBar(milestone, visit.home)}</li>`);
  return html`<section class="card"><h2 class="card-head">Milestones</h2><ul class="plain">${lines}</ul></section>`;
}

function documents({ exhibit, repository, home }: Visit): MaybePart {
  const paths = documentPaths(exhibit.sandbox.world, repository);
  if (paths.length === 0) return "";
  const lines = paths.map(
    (path) =>
      html`<li>${fileIcon} <a href="${home}/blob/${repository.defaultBranch}/${encodePath(path)}">${path}</a></li>`,
  );
  return html`<section class="card"><h2 class="card-head">Plan documents</h2><ul class="plain">${lines}</ul></section>`;
}

function commits({ exhibit, repository, home }: Visit): HtmlPart {
  const latest = exhibit.sandbox.world.commits(repository).slice(0, commitsShown);
  return html`<section class="card"><h2 class="card-head">Latest commits</h2><ul class="plain">${latest.map((commit) => html`<li data-key="${commit.sha}">${commitLine(commit, home)}</li>`)}</ul><p><a href="${home}/commits">All commits</a></p></section>`;
}
