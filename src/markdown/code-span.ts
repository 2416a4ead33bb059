// Text shown in code, safe in a table cell too.

import { escapeText } from "./escape.ts";
import { toPlainLine } from "./plain-line.ts";

/** The text in one line of code; empty if nothing of it can be seen. */
export function codeSpan(text: string): string {
  const line = toPlainLine(text);
  if (line === "") return "";
  // A backslash before "|" would show outside of tables, and without one it would end a cell.
  // A marker in code is no marker, but nothing that holds one may be written into a region.
  if (/\||<!--/.test(line)) return `<code>${escapeText(line)}</code>`;
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = /^`|`$/.test(line) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

function longestRun(line: string): number {
  return Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
}
