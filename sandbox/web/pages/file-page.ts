/** A file: as it reads, or its source. */
import { html, raw } from "hono/html";
import type { Commit } from "../../world/model.ts";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import type { Page } from "../components/layout.ts";
import { bytesAt, encodePath, isMarkdown, textOf } from "../documents.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { may, type Visit } from "../visit.ts";

/** `branch` may be a branch or a commit's id. */
export function filePage(visit: Visit, branch: string, path: string): Page | undefined {
  const commit = commitAt(visit, branch);
  const bytes = commit && bytesAt(commit, path);
  if (bytes === undefined) return undefined;
  const text = textOf(bytes);
  const wantsSource = visit.address.searchParams.has("source") || !isMarkdown(path);
  const content =
    text === undefined
      ? noText(bytes)
      : wantsSource
        ? source(text)
        : read(visit, branch, path, text);
  const body = html`${fileHead(visit, { branch, path, view: wantsSource ? "source" : "read", isText: text !== undefined })}
<section class="card document">${content}</section>`;
  return { title: path, room: "documents", body };
}

export interface FileHead {
  readonly branch: string;
  readonly path: string;
  readonly view: "read" | "source" | "history";
  readonly isText: boolean;
}

/** The path, and the ways to look at the file. */
export function fileHead(visit: Visit, { branch, path, view, isText }: FileHead): HtmlPart {
  const { home } = visit;
  const at = encodePath(`${branch}/${path}`);
  const tab = (name: FileHead["view"], address: string, words: string): HtmlPart =>
    html`<a class="choice" href="${address}" aria-current="${name === view ? "true" : "false"}">${words}</a>`;
  const rendered = isMarkdown(path) ? tab("read", `${home}/blob/${at}`, "Document") : "";
  const edit: MaybePart =
    isText && may(visit, "write") && visit.repository.refs.has(branch)
      ? html`<a class="button" href="${home}/edit/${at}">Edit</a>`
      : "";
  return html`<div class="page-head"><h1 class="path">${path}</h1><div class="choices">${rendered} ${tab("source", `${home}/blob/${at}?source`, "Source")} ${tab("history", `${home}/commits/${at}`, "History")} ${edit}</div></div>`;
}

export function commitAt({ repository }: Visit, branch: string): Commit | undefined {
  return repository.refs.get(branch)?.target ?? repository.commits.get(branch);
}

function read(visit: Visit, branch: string, path: string, text: string): HtmlPart {
  const rendered = renderMarkdown(text.replace(/^\uFEFF/, ""), {
    kind: "file",
    repository: visit.repository,
    base: `${visit.home}/blob/${encodePath(`${branch}/${path}`)}`,
    prefix: "file-",
    boxesForm: null,
  });
  return html`<div class="markdown">${raw(rendered)}</div>`;
}

function source(text: string): HtmlPart {
  const lines = text.split("\n").map((line) => html`<li><code>${line}</code></li>`);
  return html`<ol class="source">${lines}</ol>`;
}

function noText({ length }: Uint8Array): HtmlPart {
  return html`<p class="soft">These ${length} bytes are no text in UTF-8.</p>`;
}
