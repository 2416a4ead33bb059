// What each line of a text is, found line by line: the parser takes a hundred times as long. This knows what
// people mostly write: paragraphs, lists, headings, fences, comments, plain tables and quotes. At anything
// else it gives up on the whole text, so that what it says is always what the parser would say.

import {
  blockKind,
  bulletLength,
  fenceEnd,
  isLaterNumber,
  isOddBullet,
  isPlainText,
  isRule,
  isUnderline,
} from "./block-starts.ts";
import { splitLines } from "./split-lines.ts";

type LineKind =
  | "blank"
  | "paragraph"
  | "definition"
  | "heading"
  | "rule"
  | "quote"
  | "code"
  | "comment"
  | "html";

export interface BlockLine {
  readonly text: string;
  /**
   * A table's line is a paragraph's. A "comment" is nothing else; "html" may hold words. What looks like the
   * definition of a link, outside of lists' first lines, is perhaps a paragraph's.
   */
  readonly kind: LineKind;
  /** Where a list item's first text begins on the line, behind its bullet; null where none does. */
  readonly itemStart: number | null;
}

type Found = Pick<BlockLine, "kind"> & Partial<Pick<BlockLine, "itemStart">>;

/** What goes on until a line ends it, whatever the lines in between hold. */
type Span =
  | { readonly kind: "code"; readonly end: RegExp }
  | { readonly kind: "comment" | "html" | "quote" };

interface Scan {
  /** For each open list item, outermost first, the column that its text stands in. */
  items: readonly number[];
  /** What a line without a beginning of its own goes on with. */
  open: "paragraph" | "table" | null;
  span: Span | null;
}

interface Line {
  readonly text: string;
  readonly isBlank: boolean;
  readonly indent: number;
  /** In how many of the open items it stands. */
  readonly depth: number;
}

/** No document is longer. */
const longestText = 1_048_576;
const mostBullets = 5;
const codeIndent = 4;

/** NUL, and tabs, whose width hangs on the column. */
const strange = /[\0\t]/;

/** One for each line of the text; null where only the parser can tell. */
export function scanBlockLines(markdown: string): readonly BlockLine[] | null {
  if (markdown.length > longestText || /^\ufeff/.test(markdown)) return null;
  const lines: BlockLine[] = [];
  for (const line of eachBlockLine(splitLines(markdown))) {
    if (line === null) return null;
    lines.push(line);
  }
  return lines;
}

/** The same line by line, of a text without a byte order mark; null, and the end, where only the parser can tell. */
export function* eachBlockLine(texts: Iterable<string>): Generator<BlockLine | null> {
  const scan: Scan = { items: [], open: null, span: null };
  for (const text of texts) {
    const found = strange.test(text) ? null : scanLine(scan, place(scan, text));
    if (!found) return yield null;
    yield { text, kind: found.kind, itemStart: found.itemStart ?? null };
  }
}

function place({ items }: Scan, text: string): Line {
  const indent = text.search(/[^ ]|$/);
  const isBlank = indent === text.length;
  const depth = isBlank ? items.length : items.filter((column) => column <= indent).length;
  return { text, isBlank, indent, depth };
}

function scanLine(scan: Scan, line: Line): Found | null {
  const inSpan = scan.span ? continueSpan(scan, scan.span, line) : "over";
  if (inSpan !== "over") return inSpan;
  scan.span = null;
  if (line.isBlank) {
    scan.open = null;
    return { kind: "blank" };
  }
  const isDeep = line.indent - (scan.items[line.depth - 1] ?? 0) >= codeIndent;
  if (!isDeep) return startBlock(scan, line);
  return scan.open === "paragraph" ? { kind: "paragraph" } : null;
}

function continueSpan(scan: Scan, span: Span, line: Line): Found | "over" | null {
  switch (span.kind) {
    case "code":
      if (line.depth < scan.items.length) return "over";
      if (span.end.test(line.text.slice(scan.items.at(-1) ?? 0))) scan.span = null;
      return { kind: "code" };
    case "comment":
      return continueComment(scan, line.text);
    case "html":
      return line.isBlank ? "over" : { kind: "html" };
    case "quote":
      return line.isBlank ? "over" : quoteLine(line.text.slice(line.indent));
  }
}

function startBlock(scan: Scan, line: Line): Found | null {
  const text = line.text.slice(line.indent);
  if (isPlainText(text)) return startText(scan, line, []);
  if (isUnderline(text) && scan.open) return continueTable(scan, text);
  if (isRule(text)) return endLists(scan, line, { kind: "rule" });
  const columns = columnsBehindBullets(line);
  const isInParagraph = scan.open !== null && line.depth === scan.items.length;
  if (isInParagraph && (isLaterNumber(text) || columns.length > 1)) return null;
  const start = columns.at(-1) ?? line.indent;
  const rest = line.text.slice(start);
  const isOdd = isOddBullet(rest) || isUnderline(rest) || (columns.length > 0 && isRule(rest));
  if (isOdd || columns.length > mostBullets) return null;
  return startAt(scan, { ...line, indent: start }, columns);
}

/** Where each item's text begins that begins on the line. */
function columnsBehindBullets({ text, indent }: Line): readonly number[] {
  const columns: number[] = [];
  let column = indent;
  for (let length = bulletLength(text, column); length > 0; length = bulletLength(text, column)) {
    column += length;
    columns.push(column);
    if (columns.length > mostBullets) break;
  }
  return columns;
}

/** What begins behind the bullets, or goes on where there are none. */
function startAt(scan: Scan, line: Line, columns: readonly number[]): Found | null {
  const text = line.text.slice(line.indent);
  const kind = blockKind(text);
  const isItem = columns.length > 0;
  if (kind === "definition" && isItem) return null;
  if (kind === "paragraph" || kind === "definition") return startText(scan, line, columns, kind);
  if (kind === "heading") return endLists(scan, line, { kind }, columns);
  if (kind === "unknown" || isItem) return null;
  endLists(scan, line, { kind });
  if (kind === "code") {
    scan.span = { kind, end: fenceEnd(text) };
    return { kind };
  }
  return scan.items.length > 0 ? null : startSpan(scan, kind, text);
}

/** Goes on with what is open, or begins a paragraph. */
function startText(
  scan: Scan,
  line: Line,
  columns: readonly number[],
  kind: "paragraph" | "definition" = "paragraph",
): Found {
  const isItem = columns.length > 0;
  if (!isItem && scan.open) return { kind };
  endLists(scan, line, { kind }, columns);
  scan.open = "paragraph";
  return { kind, itemStart: isItem ? line.indent : null };
}

function startSpan(scan: Scan, kind: "comment" | "html" | "quote", text: string): Found | null {
  scan.span = { kind };
  if (kind === "html") return { kind };
  return kind === "quote" ? quoteLine(text) : continueComment(scan, text.slice(4));
}

/** A quote is followed by a blank line or more of it, and defines no link. */
function quoteLine(text: string): Found | null {
  return text.startsWith(">") && !text.includes("]:") ? { kind: "quote" } : null;
}

function continueComment(scan: Scan, text: string): Found {
  const end = text.indexOf("-->");
  if (end < 0) return { kind: "comment" };
  scan.span = null;
  return { kind: text.slice(end + 3).trim() === "" ? "comment" : "html" };
}

/** Below a line outside of lists it makes a table of it or is more text, which is the same here. */
function continueTable(scan: Scan, text: string): Found | null {
  if (!text.startsWith("|") || scan.items.length > 0) return null;
  scan.open = "table";
  return { kind: "paragraph" };
}

/** Ends the items that the line does not stand in, and begins others. */
function endLists(
  scan: Scan,
  { depth }: Line,
  found: Found,
  columns: readonly number[] = [],
): Found {
  scan.items = [...scan.items.slice(0, depth), ...columns];
  scan.open = null;
  return found;
}
