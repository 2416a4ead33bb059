/** The repository's files: documents first, then the rest, and a way to add one. */
import { html } from "hono/html";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import { fileIcon } from "../components/icons.ts";
import type { Page } from "../components/layout.ts";
import { documentPaths, encodePath } from "../documents.ts";
import { may, type Visit } from "../visit.ts";

export function documentsPage(visit: Visit): Page {
  const { exhibit, repository } = visit;
  const { world } = exhibit.sandbox;
  const documents = documentPaths(world, repository);
  const others = world
    .paths(repository)
    .filter((path) => !documents.includes(path))
    .sort();
  const body = html`<div class="page-head"><h1>Documents</h1>${exhibit.check === undefined ? "" : html`<a class="button" href="${visit.home}/findings">Findings</a>`}</div>
${files(visit, "Plan documents", documents)}
${files(visit, "Other files", others)}
${newFile(visit)}`;
  return { title: "Documents", room: "documents", body };
}

function files(visit: Visit, head: string, paths: readonly string[]): MaybePart {
  if (paths.length === 0) return "";
  const branch = visit.repository.defaultBranch;
  const rows = paths.map(
    (path) =>
      html`<li class="row">${fileIcon}<div class="row-main"><a href="${visit.home}/blob/${branch}/${encodePath(path)}">${path}</a></div><a class="small" href="${visit.home}/commits/${branch}/${encodePath(path)}">History</a></li>`,
  );
  return html`<section class="card flush"><h2 class="card-head">${head}</h2><ul class="plain rows">${rows}</ul></section>`;
}

function newFile(visit: Visit): HtmlPart | "" {
  if (!may(visit, "write")) return "";
  const branch = visit.repository.defaultBranch;
  return html`<section class="card"><h2 class="card-head">New file</h2><form class="inline" method="get" action="${visit.home}/edit/${branch}"><label>Path <input name="path" required placeholder="docs/plan.md"></label> <button class="button">Write it</button></form></section>`;
}
