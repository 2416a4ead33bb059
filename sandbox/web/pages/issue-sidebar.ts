/** Beside an issue: its milestone, labels, people and relations, and how to change them. */
import { html } from "hono/html";
import type { Issue } from "../../world/model.ts";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import { issueLink } from "../components/issue-row.ts";
import { labelTag } from "../components/label-tags.ts";
import { postButton } from "../components/post-button.ts";
import { progressBar } from "../components/progress-bar.ts";
import { PEOPLE } from "../viewer.ts";
import { may, type Visit } from "../visit.ts";
import { option } from "./issue-filters.ts";

export function issueSidebar(visit: Visit, issue: Issue): HtmlPart {
  const mayPlan = may(visit, "triage");
  const page = `${visit.home}/issues/${issue.number}`;
  return html`${mayPlan ? "" : html`<p class="soft small">As ${visit.viewer} you may read and comment. Choose another person at the top to change more.</p>`}
${section("Milestone", milestone(visit, issue, mayPlan, page))}
${section("Blocked by", edges(visit, [...issue.blockedBy], mayPlan, page), mayPlan ? blockerForm(page) : "")}
${issue.blocking.size === 0 ? "" : section("Blocks", links(visit, [...issue.blocking]))}
${issue.parent === null ? "" : section("Parent", links(visit, [issue.parent]))}
${issue.subIssues.length === 0 ? "" : section("Sub-issues", subIssues(visit, issue.subIssues))}
${section("Labels", labels(visit, issue, mayPlan, page))}
${section("Assignees", assignees(issue, mayPlan, page))}`;
}

function section(head: string, ...content: MaybePart[]): HtmlPart {
  return html`<section class="card fact" data-key="${head}"><h2 class="card-head">${head}</h2>${content}</section>`;
}

function milestone(visit: Visit, issue: Issue, mayPlan: boolean, page: string): HtmlPart {
  const present = issue.milestone;
  const shown =
    present === null
      ? html`<p class="soft">None</p>`
      : html`<p><a href="${visit.home}/milestone/${present.number}">${present.title}</a></p>`;
  if (!mayPlan) return shown;
  const all = [...visit.repository.milestones.values()];
  const chosen = present === null ? "" : String(present.number);
  return html`${shown}<form method="post" action="${page}/milestone" class="inline"><select name="milestone" aria-label="Milestone" data-submits>${option("", "None", chosen)}${all.map(({ number, title }) => option(String(number), title, chosen))}</select> <button class="button small without-script">Set</button></form>`;
}

function edges(visit: Visit, blockers: readonly Issue[], mayPlan: boolean, page: string): HtmlPart {
  if (blockers.length === 0) return html`<p class="soft">Nothing</p>`;
  const lines = blockers.map((blocker) => {
    const name = `${blocker.repository.nameWithOwner}#${blocker.number}`;
    const remove = { action: `${page}/blocked-by`, name: "remove", value: name, words: "Remove" };
    const label = `Remove the blocker #${blocker.number}`;
    return html`<li class="line" data-key="${name}"><span>${issueLink(blocker, visit.home)}</span>${mayPlan ? postButton({ ...remove, label, style: "button small" }) : ""}</li>`;
  });
  return html`<ul class="plain">${lines}</ul>`;
}

function blockerForm(page: string): HtmlPart {
  return html`<form method="post" action="${page}/blocked-by" class="inline"><input name="add" class="short" required pattern="#?\\d+" placeholder="#12" aria-label="Number of the issue that blocks this one"> <button class="button small">Add</button></form>`;
}

function links(visit: Visit, issues: readonly Issue[]): HtmlPart {
  return html`<ul class="plain">${issues.map((issue) => html`<li>${issueLink(issue, visit.home)}</li>`)}</ul>`;
}

function subIssues(visit: Visit, children: readonly Issue[]): HtmlPart {
  const closed = children.filter(({ state }) => state === "closed").length;
  return html`${progressBar(closed, children.length)}<p class="soft small">${closed} of ${children.length} closed</p>${links(visit, children)}`;
}

function labels(visit: Visit, issue: Issue, mayPlan: boolean, page: string): HtmlPart {
  const action = `${page}/labels`;
  const lines = [...issue.labels].map((label) => {
    const remove = { action, name: "remove", value: label.name, words: "Remove" };
    const button = postButton({
      ...remove,
      label: `Remove the label ${label.name}`,
      style: "button small",
    });
    return html`<li class="line">${labelTag(label, visit.home)}${mayPlan ? button : ""}</li>`;
  });
  const others = [...visit.repository.labels.values()]
    .filter((label) => !issue.labels.has(label))
    .map(({ name }) => name)
    .sort();
  return html`${lines.length === 0 ? html`<p class="soft">None</p>` : html`<ul class="plain">${lines}</ul>`}${mayPlan ? chooser(action, "Label", others) : ""}`;
}

function assignees({ assignees: people }: Issue, mayPlan: boolean, page: string): HtmlPart {
  const action = `${page}/assignees`;
  const assigned = [...people].map(({ login }) => login);
  const lines = assigned.map((login) => {
    const remove = { action, name: "remove", value: login, words: "Remove" };
    const button = postButton({
      ...remove,
      label: `Remove the assignee ${login}`,
      style: "button small",
    });
    return html`<li class="line">${login}${mayPlan ? button : ""}</li>`;
  });
  const others = PEOPLE.filter((login) => !assigned.includes(login));
  return html`${lines.length === 0 ? html`<p class="soft">Nobody</p>` : html`<ul class="plain">${lines}</ul>`}${mayPlan ? chooser(action, "Person", others) : ""}`;
}

function chooser(action: string, what: string, names: readonly string[]): MaybePart {
  if (names.length === 0) return "";
  return html`<form method="post" action="${action}" class="inline"><select name="add" aria-label="${what} to add">${names.map((name) => option(name, name, ""))}</select> <button class="button small">Add</button></form>`;
}
