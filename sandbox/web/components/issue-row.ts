/** An issue in a list. */
import { html } from "hono/html";
import type { Issue } from "../../world/model.ts";
import type { HtmlPart, MaybePart } from "./html-part.ts";
import { stateIcon } from "./icons.ts";
import { labelTags } from "./label-tags.ts";
import { dayWords } from "./moment.ts";

export function issueRow(issue: Issue, home: string): HtmlPart {
  const { number, title, author, createdAt } = issue;
  return html`<li class="row" data-key="issue-${number}">
    ${stateIcon(issue)}
    <div class="row-main">
      <a class="row-title" href="${home}/issues/${number}">${title}</a> ${labelTags(issue, home)}
      <div class="soft small">#${number} opened on ${dayWords(createdAt)} by ${author.login}${milestoneWords(issue, home)}${blockedWords(issue)}</div>
    </div>
    <div class="soft small nowrap">${commentWords(issue)}</div>
  </li>`;
}

/** The short form, for relations: state, number and title. */
export function issueLink(issue: Issue, home: string): HtmlPart {
  const { number, title, repository } = issue;
  const isHere = `/${repository.nameWithOwner}` === home;
  const name = isHere ? `#${number}` : `${repository.nameWithOwner}#${number}`;
  const words = html`<span class="soft">${name}</span> ${title}`;
  return html`${stateIcon(issue)} ${isHere ? html`<a href="${home}/issues/${number}">${words}</a>` : words}`;
}

function milestoneWords({ milestone }: Issue, home: string): MaybePart {
  if (milestone === null) return "";
  return html` · <a class="quiet" href="${home}/milestone/${milestone.number}">${milestone.title}</a>`;
}

function blockedWords({ state, blockedBy }: Issue): string {
  const open = [...blockedBy].filter((blocker) => blocker.state === "open").length;
  return state === "open" && open > 0 ? ` · blocked by ${open}` : "";
}

function commentWords({ comments }: Issue): string {
  const count = comments.length;
  return count === 0 ? "" : `${count} ${count === 1 ? "comment" : "comments"}`;
}
