/** What is around every page: the head, who acts, the rooms of the repository. */
import { html } from "hono/html";
import type { Notice } from "../notices.ts";
import { PEOPLE } from "../viewer.ts";
import type { Visit } from "../visit.ts";
import type { HtmlPart, MaybePart } from "./html-part.ts";
import { dayWords } from "./moment.ts";
import { stageStrip } from "./stage-strip.ts";

export type Room = "plan" | "issues" | "milestones" | "documents" | "commits" | "log" | "play";

export interface Page {
  /** Plain text. */
  readonly title: string;
  readonly room: Room;
  readonly body: HtmlPart;
}

const ROOMS: readonly (readonly [Room, string, string])[] = [
  ["plan", "", "Plan"],
  ["issues", "/issues", "Issues"],
  ["milestones", "/milestones", "Milestones"],
  ["documents", "/documents", "Documents"],
  ["commits", "/commits", "Commits"],
  ["log", "/log", "Live log"],
  ["play", "/play", "Play"],
];

/** A page of a repository. */
export function layout(visit: Visit, { title, room, body }: Page): HtmlPart {
  const { exhibit, home, repository, viewer } = visit;
  const changes = `/-/changes${home}?of=${room === "log" ? "log" : "world"}`;
  const crumbs = html`<span class="slash">/</span><span>${repository.owner.login}</span><span class="slash">/</span><a href="${home}"><strong>${repository.name}</strong></a>`;
  const rooms = ROOMS.map(
    ([name, path, words]) =>
      html`<a href="${home}${path}" aria-current="${name === room ? "page" : "false"}">${words}</a>`,
  );
  const today = `The day is ${dayWords(exhibit.sandbox.clock.iso())}`;
  return frame({
    title: `${title} · ${repository.nameWithOwner}`,
    crumbs,
    aside: html`<span class="soft small" data-quiet>${today}</span>${personForm(viewer)}`,
    above: html`<nav class="rooms" aria-label="Repository">${rooms}</nav>${stageStrip(visit)}`,
    notice: visit.notice,
    body: html`<div data-changes="${changes}" data-version="${exhibit.live.version}" hidden></div>${body}`,
  });
}

export interface Frame {
  readonly title: string;
  readonly crumbs: MaybePart;
  readonly aside: MaybePart;
  readonly above: MaybePart;
  readonly notice: Notice | undefined;
  readonly body: HtmlPart;
}

/** A page of no repository. */
export function frame({ title, crumbs, aside, above, notice, body }: Frame): HtmlPart {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/-/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/-/assets/style.css">
<script type="module" src="/-/assets/main.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
<header class="top"><div class="crumbs"><a class="brand" href="/">Sandbox</a>${crumbs}</div><div class="top-aside">${aside}</div></header>
${above}
${notice === undefined ? "" : html`<p class="notice ${notice.kind}" role="alert" data-once>${notice.text}</p>`}
<main id="main" tabindex="-1">${body}</main>
<footer class="foot soft small">A GitHub in one process, to try things in. It listens on this machine only and sends nothing anywhere.</footer>
</body>
</html>`;
}

function personForm(viewer: string): HtmlPart {
  const options = PEOPLE.map(
    (login) =>
      html`<option value="${login}" ${login === viewer ? "selected" : ""}>${login}</option>`,
  );
  return html`<form class="inline" method="post" action="/-/viewer"><label class="person">You are <select name="login" data-submits>${options}</select></label> <button class="button small without-script">Switch</button></form>`;
}
