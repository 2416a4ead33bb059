// A document read once for all rules: its lines, chapters, tables, parts, and where it puts each issue.

import type { LintSubject } from "../rule.ts";
import { type Chapter, readChapters } from "./chapters.ts";
import { type DocumentLine, readLines } from "./document-lines.ts";
import { oncePer } from "./once-per.ts";
import { type Part, readParts, withinPart } from "./parts.ts";
import { type Placement, readPlacements } from "./placements.ts";
import { readStatusLine, type StatusLine } from "./status-line.ts";
import { type ReadTable, readTables } from "./tables.ts";

export interface Outline {
  readonly lines: readonly DocumentLine[];
  readonly chapters: readonly Chapter[];
  readonly tables: readonly ReadTable[];
  /** All parts, in the order of the document; the first is the document itself. */
  readonly parts: readonly Part[];
  readonly placements: readonly Placement[];
  readonly status: StatusLine | null;
}

export const outlineOf = oncePer(({ text, claims }: LintSubject): Outline => {
  const lines = readLines(text);
  const root = readParts(claims, text);
  return {
    lines,
    chapters: readChapters(lines),
    tables: readTables(lines),
    parts: withinPart(root),
    placements: readPlacements(root),
    status: readStatusLine(lines),
  };
});
