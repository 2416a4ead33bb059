/** The first page of all: what is open, and what could be. */
import { html } from "hono/html";
import type { HtmlPart } from "../components/html-part.ts";
import { frame } from "../components/layout.ts";
import { plansToOpen } from "../components/plans-to-open.ts";
import type { Notice } from "../notices.ts";
import type { Site } from "../site.ts";

export function homePage(site: Site, notice: Notice | undefined): HtmlPart {
  const rows = site.exhibits.map(
    ({ repository, title }) =>
      html`<li class="row"><div class="row-main"><a class="row-title" href="/${repository}">${repository}</a> <span class="soft">${title}</span></div></li>`,
  );
  const open =
    rows.length === 0
      ? ""
      : html`<section class="card flush"><h2 class="card-head">Open now</h2><ul class="plain rows">${rows}</ul></section>`;
  const body = html`<div class="page-head"><h1>Plans to try</h1></div>${open}<h2>Begin with</h2>${plansToOpen(site.shelf)}`;
  return frame({ title: "Sandbox", crumbs: "", aside: "", above: "", notice, body });
}
