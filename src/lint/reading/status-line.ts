// The line on top of a document that sums it up: its count, its chain, and a mark behind the name of each part.

import type { DocumentLine } from "./document-lines.ts";

export interface StatusLine {
  readonly line: number;
  readonly count: { readonly done: number; readonly total: number } | null;
  readonly marks: readonly { readonly name: string; readonly mark: string }[];
}

const statusLine = /^\s*>?\s*\*\*(?:Status|Progress|Overall)(?::\*\*|\*\*\s*:)\s*(.*)$/i;
/** "3/5 phases" and "phase 3/5" count no issues. */
const ofIssues =
  /(?<![\d/]|\p{L}\s)(\d+)\/(\d+)(?![\d/])(?!(?:\s*\([^()]*\))?\s+(?!(?:issues?|items?|tasks?|tickets?|done|complete|completed|closed)\b)\p{L})/u;
const searched = 20;

/** Null where there is none before the first part. */
export function readStatusLine(lines: readonly DocumentLine[]): StatusLine | null {
  for (const { line, source, level } of lines.slice(0, searched)) {
    if (level > 1) return null;
    const words = statusLine.exec(source)?.[1];
    if (words === undefined) continue;
    const [, done, total] = ofIssues.exec(words) ?? [];
    const count = done && total ? { done: Number(done), total: Number(total) } : null;
    const marks = Array.from(
      words.matchAll(/([\p{L}][^|✅🔨📋⛔🚧❌]*?)\s*(✅|🔨|📋|⛔|🚧|❌)/gu),
      ([, name = "", mark = ""]) => ({ name: name.trim(), mark }),
    );
    return { line, count, marks };
  }
  return null;
}
