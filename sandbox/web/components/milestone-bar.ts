/** A milestone with its bar, as GitHub counts: pull requests and dropped issues too. */
import { html } from "hono/html";
import type { Milestone } from "../../world/model.ts";
import type { HtmlPart } from "./html-part.ts";
import { dayWords } from "./moment.ts";
import { progressBar } from "./progress-bar.ts";

export function milestoneBar(milestone: Milestone, home: string): HtmlPart {
  const { number, title, openIssues, closedIssues } = milestone;
  return html`<div class="milestone" data-key="milestone-${number}">
    <a href="${home}/milestone/${number}"><strong>${title}</strong></a>
    ${progressBar(closedIssues, openIssues + closedIssues)}
    <span class="soft small">${openIssues} open · ${closedIssues} closed${dueWords(milestone)}</span>
  </div>`;
}

export function dueWords({ dueOn, state }: Milestone): string {
  if (state === "closed") return " · closed";
  return dueOn === null ? "" : ` · due ${dayWords(dueOn)}`;
}
