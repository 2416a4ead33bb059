/** An issue: what it says, what was said and done, and beside it what it hangs together with. */
import { html } from "hono/html";
import type { Issue } from "../../world/model.ts";
import { conversationText, mayEdit } from "../components/conversation-text.ts";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import { stateIcon, stateName, stateWord } from "../components/icons.ts";
import type { Page } from "../components/layout.ts";
import { moment } from "../components/moment.ts";
import { reactionBar } from "../components/reaction-bar.ts";
import { findIssue, may, type Visit } from "../visit.ts";
import { commentForm } from "./comment-form.ts";
import { issueSidebar } from "./issue-sidebar.ts";
import { issueTimeline } from "./issue-timeline.ts";

export function issuePage(visit: Visit, number: string | undefined): Page | undefined {
  const issue = findIssue(visit, number);
  if (issue === undefined) return undefined;
  const title = `${issue.title} · #${issue.number}`;
  const body = html`${head(issue)}
<div class="columns">
  <div>
    ${opening(visit, issue)}
    <ol class="timeline plain">${issueTimeline(visit, issue)}</ol>
    ${commentForm(visit, issue)}
  </div>
  <div class="aside">${issueSidebar(visit, issue)}</div>
</div>`;
  return { title, room: "issues", body };
}

function head(issue: Issue): HtmlPart {
  const { number, title, author, createdAt, locked } = issue;
  return html`<div class="issue-head"><h1>${title} <span class="soft">#${number}</span></h1>
  <p><span class="state ${stateName(issue)}">${stateIcon(issue)} ${stateWord(issue)}</span> <span class="soft">opened by ${author.login} · ${moment(createdAt)}${locked ? " · locked" : ""}</span></p></div>`;
}

function opening(visit: Visit, issue: Issue): HtmlPart {
  const page = `${visit.home}/issues/${issue.number}`;
  return html`<article class="card said" data-key="body">
    <div class="card-head small"><strong>${issue.author.login}</strong> <span class="soft">${issue.lastEditedAt === null ? "wrote" : html`wrote, edited ${moment(issue.lastEditedAt)}`}</span></div>
    ${conversationText(visit, issue)}
    ${reactionBar(visit, issue)}
    ${editForm(visit, issue, page)}
  </article>`;
}

function editForm(visit: Visit, issue: Issue, page: string): MaybePart {
  if (!mayEdit(visit, issue) && !may(visit, "write")) return "";
  return html`<details class="edit"><summary>Edit</summary><form method="post" action="${page}/edit">
    <label>Title <input name="title" value="${issue.title}" required maxlength="256"></label>
    <label>Text <textarea name="body" rows="10" data-source>
${issue.body}</textarea></label>
    <button class="button primary">Save</button>
  </form></details>`;
}
