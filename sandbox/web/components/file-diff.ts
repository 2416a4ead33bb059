/** What a commit changed in a file, line by line. */
import { structuredPatch } from "diff";
import { html } from "hono/html";
import type { Commit } from "../../world/model.ts";
import { bytesAt, textOf } from "../documents.ts";
import type { HtmlPart } from "./html-part.ts";

const linesShown = 600;

/** Folded unless `isOpen`. */
export function fileDiff(commit: Commit, path: string, isOpen: boolean): HtmlPart {
  const [parent] = commit.parents;
  const before = textAt(parent, path);
  const after = textAt(commit, path);
  if (before === undefined || after === undefined) {
    return html`<p class="empty">This is no text in UTF-8.</p>`;
  }
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: 3 });
  const lines = hunks.flatMap((hunk) => numbered(hunk));
  const rest = lines.length - linesShown;
  const count = (mark: DiffLine["mark"]) => lines.filter((line) => line.mark === mark).length;
  return html`<details ${isOpen ? "open" : ""}><summary class="diff-sums">${count("+")} lines added, ${count("-")} removed</summary><div class="scroll" tabindex="0" role="group" aria-label="Changes in ${path}"><table class="diff"><tbody>${lines.slice(0, linesShown).map(row)}</tbody></table></div>${rest > 0 ? html`<p class="empty">${rest} more lines are not shown.</p>` : ""}</details>`;
}

interface DiffLine {
  readonly mark: "+" | "-" | " " | "@";
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly text: string;
}

interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly string[];
}

function numbered({ oldStart, newStart, lines }: Hunk): DiffLine[] {
  let before = oldStart;
  let after = newStart;
  const head: DiffLine = { mark: "@", before: undefined, after: undefined, text: "…" };
  const rows = lines
    .filter((line) => !line.startsWith("\\"))
    .map((line): DiffLine => {
      const text = line.slice(1);
      if (line.startsWith("+")) return { mark: "+", before: undefined, after: after++, text };
      if (line.startsWith("-")) return { mark: "-", before: before++, after: undefined, text };
      return { mark: " ", before: before++, after: after++, text };
    });
  return [head, ...rows];
}

const NAMES = { "+": "added", "-": "removed", " ": "same", "@": "gap" } as const;

function row({ mark, before, after, text }: DiffLine): HtmlPart {
  return html`<tr class="${NAMES[mark]}"><td class="line-number">${before ?? ""}</td><td class="line-number">${after ?? ""}</td><td class="mark">${mark === "@" ? "" : mark}</td><td><code>${text}</code></td></tr>`;
}

function textAt(commit: Commit | undefined, path: string): string | undefined {
  const bytes = commit && bytesAt(commit, path);
  return bytes === undefined ? "" : textOf(bytes);
}
