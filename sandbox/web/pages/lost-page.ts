/** Where there is nothing. */
import { html } from "hono/html";
import type { HtmlPart } from "../components/html-part.ts";
import { frame } from "../components/layout.ts";

export function lostPage(): HtmlPart {
  const body = html`<div class="page-head"><h1>There is no such page</h1></div><p>Perhaps its repository was begun again, or the file has another name. <a href="/">See what is open</a>.</p>`;
  return frame({
    ...{ title: "No such page", crumbs: "", aside: "", above: "", notice: undefined },
    body,
  });
}
