/** What was found in a document that somebody brought: as it is now beside its issues, and as it came. */
import { html } from "hono/html";
import type { HtmlPart } from "../components/html-part.ts";
import type { Page } from "../components/layout.ts";
import { encodePath } from "../documents.ts";
import type { DocumentFinding } from "../exhibit.ts";
import type { Visit } from "../visit.ts";

const shown = 200;
const severities = { error: "Error", warning: "Warning", info: "Remark" };

/** Undefined where no document was brought. */
export function findingsPage({ exhibit, home, repository }: Visit): Page | undefined {
  const { check } = exhibit;
  if (check === undefined) return undefined;
  const document = `${home}/blob/${repository.defaultBranch}/${encodePath(check.path)}`;
  const now = check.now();
  const present =
    now === undefined
      ? html`<section class="card"><h2 class="card-head">Now, beside its issues</h2><p>${exhibit.app.name} has not read the issues yet.</p></section>`
      : findings("Now, beside its issues", now);
  const body = html`<div class="page-head"><h1>Findings</h1><div class="choices"><a class="button" href="${document}">Read the document</a> <a class="button" href="${document}?source">Its source</a></div></div>
<p class="soft">What in <code>${check.path}</code> contradicts itself, and what contradicts the issues that were made from it. It is kept true from now on: close an issue and its line changes.</p>
${findings("As you brought it", check.brought)}
${present}`;
  return { title: "Findings", room: "documents", body };
}

function findings(head: string, found: readonly DocumentFinding[]): HtmlPart {
  const rows = found.slice(0, shown).map(finding);
  const list =
    found.length === 0
      ? html`<p>Nothing was found.</p>`
      : html`<ol class="plain rows">${rows}</ol>`;
  const more = found.length - rows.length;
  return html`<section class="card flush" aria-label="${head}"><h2 class="card-head">${head} <span class="count">${found.length}</span></h2>
${list}${more > 0 ? html`<p class="soft">${more} more are not shown.</p>` : ""}</section>`;
}

function finding({ line, severity, rule, message, claims, excerpt }: DocumentFinding): HtmlPart {
  return html`<li class="row"><div class="row-main"><p><strong>Line ${line}</strong> <span class="tag">${severities[severity]}</span> <span class="soft small">${rule}</span></p>
<p>${message}</p>
${claims.length === 0 ? "" : html`<ul>${claims.map((claim) => html`<li>${claim}</li>`)}</ul>`}
<p class="small finding-line"><code>${excerpt}</code></p></div></li>`;
}
