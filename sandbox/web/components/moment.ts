/** A time of the sandbox's clock, which stands still between changes: no "3 minutes ago". */
import { html } from "hono/html";
import type { HtmlPart } from "./html-part.ts";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "medium",
  timeZone: "UTC",
});

/** `iso` is an ISO 8601 time. */
export function moment(iso: string): HtmlPart {
  return html`<time datetime="${iso}">${minute.format(new Date(iso))}</time>`;
}

export function dayWords(iso: string): string {
  return day.format(new Date(iso));
}
