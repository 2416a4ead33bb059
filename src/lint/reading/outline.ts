// A document read once for all rules: its lines, chapters, tables, parts, and where it puts each issue.

import type { LintSubject } from "../rule.ts";
import { type Chapter, readChapters } from "./chapters.ts";
import { type DocumentLine, readLines } from "./document-lines.ts";
import { onceInARow } from "./once-per.ts";
import { ownNumbers } from "./own-numbering.ts";
import { type Mention, type Part, readParts } from "./parts.ts";
import { type Placement, readPlacements } from "./placements.ts";
import { readStatusLine, type StatusLine } from "./status-line.ts";
import { type ReadTable, readTables } from "./tables.ts";

export interface Outline {
  readonly lines: readonly DocumentLine[];
  readonly chapters: readonly Chapter[];
  readonly tables: readonly ReadTable[];
  /** All parts, in the order of the document; the first is the document itself. */
  readonly parts: readonly Part[];
  /** Of all parts, in their order. */
  readonly mentions: readonly Mention[];
  readonly placements: readonly Placement[];
  /** Numbers that the document gives to things of its own, and that name no issues. */
  readonly own: ReadonlySet<number>;
  readonly status: StatusLine | null;
}

export const outlineOf = onceInARow(({ text, claims, plan }: LintSubject): Outline => {
  const lines = readLines(text);
  const { within: parts, allMentions: mentions } = readParts(claims, text);
  const tables = readTables(lines);
  const isIssue = (number: number) => plan?.items.has(number) === true;
  const own = ownNumbers({ parts, lines, tables }, isIssue);
  return {
    lines,
    chapters: readChapters(lines),
    tables,
    parts,
    mentions,
    placements: readPlacements(mentions, own),
    own,
    status: readStatusLine(lines),
  };
});
