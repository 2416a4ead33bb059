/** Labels as they stand behind a title. */
import { html } from "hono/html";
import type { Issue, Label } from "../../world/model.ts";
import type { HtmlPart } from "./html-part.ts";
import { dot } from "./icons.ts";

export function labelTag(label: Label, home: string): HtmlPart {
  const address = `${home}/issues?label=${encodeURIComponent(label.name)}`;
  return html`<a class="label" href="${address}">${dot(label.color)}${label.name}</a>`;
}

export function labelTags(issue: Issue, home: string): HtmlPart[] {
  return [...issue.labels].map((label) => labelTag(label, home));
}
