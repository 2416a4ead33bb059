/** How much of something is done, as a bar with its figures in words. */
import { html } from "hono/html";
import type { HtmlPart } from "./html-part.ts";

export function progressBar(done: number, total: number): HtmlPart {
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${percent}% closed"><rect class="bar-all" width="100" height="8"/><rect class="bar-done" width="${percent}" height="8"/></svg>`;
}
