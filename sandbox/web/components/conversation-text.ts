/** The body of an issue or a comment, with boxes to tick for those who may edit it. */
import { html, raw } from "hono/html";
import type { Comment, Issue } from "../../world/model.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { may, type Visit } from "../visit.ts";
import type { HtmlPart } from "./html-part.ts";

export function conversationText(visit: Visit, text: Issue | Comment): HtmlPart {
  if (text.body.trim() === "") return html`<p class="soft">No text.</p>`;
  const issue = text.kind === "issue" ? text : text.issue;
  const page = `${visit.home}/issues/${issue.number}`;
  const name = text.kind === "issue" ? "body" : String(text.id);
  const form = mayEdit(visit, text) ? `boxes-${issue.number}-${name}` : null;
  const rendered = renderMarkdown(text.body, {
    kind: "conversation",
    repository: visit.repository,
    base: page,
    prefix: `text-${issue.number}-${name}-`,
    boxesForm: form,
  });
  return html`${form === null ? "" : html`<form id="${form}" method="post" action="${page}/boxes"><input type="hidden" name="text" value="${name}"></form>`}<div class="markdown">${raw(rendered)}</div>`;
}

/** Whoever wrote it, and everyone from write on. */
export function mayEdit(visit: Visit, { author }: Issue | Comment): boolean {
  return author.login === visit.viewer || may(visit, "write");
}
