/** A commit in a list: its first line, who, when. */
import { html } from "hono/html";
import type { Commit } from "../../world/model.ts";
import type { HtmlPart } from "./html-part.ts";
import { commitIcon } from "./icons.ts";
import { moment } from "./moment.ts";

export function commitLine(commit: Commit, home: string): HtmlPart {
  const { sha, message, author, committedAt } = commit;
  const [subject = ""] = message.split("\n");
  return html`${commitIcon} <a href="${home}/commit/${sha}">${subject}</a> <span class="soft small">${author.login} · ${moment(committedAt)} · <code>${sha.slice(0, 7)}</code></span>`;
}
