/** An event of a timeline as a sentence without its subject: "closed this as completed". */
import { html } from "hono/html";
import type { Commit, Issue, Label, TimelineEvent } from "../../world/model.ts";
import type { HtmlPart } from "../components/html-part.ts";
import { dot } from "../components/icons.ts";

type Details = TimelineEvent["details"];
type Words = (details: Details, home: string) => HtmlPart;

/** An event that is not listed is named by its type. */
export function eventWords({ type, details }: TimelineEvent, home: string): HtmlPart {
  const words = WORDS[type];
  return words === undefined ? html`${plainName(type)}` : words(details, home);
}

const WORDS: Readonly<Record<string, Words>> = {
  ClosedEvent: (details, home) =>
    html`closed this as ${String(details.stateReason ?? "completed")
      .toLowerCase()
      .replace("_", " ")}${closer(details.closer, home)}`,
  ReopenedEvent: () => html`reopened this`,
  LabeledEvent: ({ label }) => html`added the label ${labelWords(label)}`,
  UnlabeledEvent: ({ label }) => html`took off the label ${labelWords(label)}`,
  MilestonedEvent: ({ milestoneTitle }) =>
    html`put this into <strong>${String(milestoneTitle)}</strong>`,
  DemilestonedEvent: ({ milestoneTitle }) =>
    html`took this out of <strong>${String(milestoneTitle)}</strong>`,
  AssignedEvent: ({ assignee }) => html`assigned ${loginOf(assignee)}`,
  UnassignedEvent: ({ assignee }) => html`unassigned ${loginOf(assignee)}`,
  BlockedByAddedEvent: ({ blockingIssue }, home) =>
    html`marked this as blocked by ${link(blockingIssue, home)}`,
  BlockedByRemovedEvent: ({ blockingIssue }, home) =>
    html`marked this as no longer blocked by ${link(blockingIssue, home)}`,
  BlockingAddedEvent: ({ blockedIssue }, home) =>
    html`marked this as blocking ${link(blockedIssue, home)}`,
  BlockingRemovedEvent: ({ blockedIssue }, home) =>
    html`marked this as no longer blocking ${link(blockedIssue, home)}`,
  SubIssueAddedEvent: ({ subIssue }, home) => html`added the sub-issue ${link(subIssue, home)}`,
  SubIssueRemovedEvent: ({ subIssue }, home) => html`removed the sub-issue ${link(subIssue, home)}`,
  ParentIssueAddedEvent: ({ parent }, home) => html`made this a sub-issue of ${link(parent, home)}`,
  ParentIssueRemovedEvent: ({ parent }, home) =>
    html`took this from its parent ${link(parent, home)}`,
  RenamedTitleEvent: ({ previousTitle, currentTitle }) =>
    html`changed the title from <del>${String(previousTitle)}</del> to <strong>${String(currentTitle)}</strong>`,
  CrossReferencedEvent: ({ source }, home) => html`mentioned this in ${link(source, home)}`,
  ReferencedEvent: ({ commit }, home) => html`mentioned this in ${commitLink(commit, home)}`,
  MarkedAsDuplicateEvent: ({ canonical }, home) =>
    html`marked this as a duplicate of ${link(canonical, home)}`,
  PinnedEvent: () => html`pinned this`,
  UnpinnedEvent: () => html`unpinned this`,
  LockedEvent: () => html`locked the conversation`,
  UnlockedEvent: () => html`unlocked the conversation`,
};

/** "SomeThingEvent" → "some thing". */
function plainName(type: string): string {
  const words = type.replace(/Event$/, "").replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return words.toLowerCase();
}

function closer(by: unknown, home: string): HtmlPart | "" {
  if (isKind<Commit>(by, "commit")) return html` by ${commitLink(by, home)}`;
  return isKind<Issue>(by, "issue") ? html` by ${link(by, home)}` : "";
}

function labelWords(label: unknown): HtmlPart | "" {
  if (!isKind<Label>(label, "label")) return "";
  return html`<span class="label">${dot(label.color)}${label.name}</span>`;
}

function loginOf(account: unknown): string {
  return isKind<{ kind: "account"; login: string }>(account, "account")
    ? account.login
    : "somebody";
}

function link(issue: unknown, home: string): HtmlPart | "" {
  if (!isKind<Issue>(issue, "issue")) return "";
  const { number, title, repository } = issue;
  if (`/${repository.nameWithOwner}` !== home) return html`${repository.nameWithOwner}#${number}`;
  return html`<a href="${home}/issues/${number}">#${number} ${title}</a>`;
}

function commitLink(commit: unknown, home: string): HtmlPart | "" {
  if (!isKind<Commit>(commit, "commit")) return "";
  return html`<a href="${home}/commit/${commit.sha}"><code>${commit.sha.slice(0, 7)}</code></a>`;
}

function isKind<T extends { readonly kind: string }>(value: unknown, kind: T["kind"]): value is T {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}
