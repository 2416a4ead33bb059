/** Where a visitor writes a file anew. */
import { createHash } from "node:crypto";
import { html } from "hono/html";
import type { Page } from "../components/layout.ts";
import { bytesAt, encodePath, textOf } from "../documents.ts";
import type { Visit } from "../visit.ts";
import { commitAt } from "./file-page.ts";

export interface Draft {
  readonly branch: string;
  readonly path: string;
  /** What the visitor wrote, where it could not be saved; the file's own text otherwise. */
  readonly text?: string;
}

/** Undefined where there is no such branch, and where the file is no text. */
export function editPage(visit: Visit, { branch, path, text }: Draft): Page | undefined {
  const commit = commitAt(visit, branch);
  if (commit === undefined || path === "") return undefined;
  const bytes = bytesAt(commit, path) ?? new Uint8Array();
  const present = textOf(bytes);
  if (present === undefined) return undefined;
  const at = encodePath(`${branch}/${path}`);
  const action = `${visit.home}/edit/${at}`;
  const body = html`<div class="page-head"><h1 class="path">${path}</h1></div>
<form class="card stack" method="post" action="${action}">
  <input type="hidden" name="base" value="${versionOf(bytes)}">
  <label>Text <textarea name="text" rows="24" class="code" spellcheck="false" data-source>
${text ?? present}</textarea></label>
  <label>What changes, for the history <input name="message" maxlength="200" placeholder="Change ${path}"></label>
  <p><button class="button primary">Commit to ${branch}</button> <a class="button" href="${visit.home}/blob/${at}">Leave it</a></p>
</form>`;
  return { title: `Edit ${path}`, room: "documents", body };
}

/** Tells whether a file has changed since it was opened for writing. */
export function versionOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}
