// Cuts a document at the lines that are markers and nothing else, so that the parser need not read what stands
// between them: such a line ends whatever paragraph, list, quote or table it follows, and nothing of its own
// goes on behind it. Only code between fences and HTML go on over lines of any kind; in those nothing is cut.
// Whether a fence is one hangs on the list that it may stand in.

import { eachBlockLine } from "./block-lines.ts";
import { blockKind, fenceEnd } from "./block-starts.ts";

/** A part of a document that the parser reads as it would among the others. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** It is a line with a marker alone. */
  readonly isMarker: boolean;
}

/** Whether a line ends what goes on until then; null where only the parser can tell. */
type Ends = (line: string) => boolean | null;

const markerAlone = /^<!--[ \t]*milepost:(?:(?!-->).)*-->[ \t]*$/i;

/** All of the source from here on, in order; null where only the parser can tell what a line is. */
export function cutAtMarkers(source: string, from: number): readonly Piece[] | null {
  const lines = linesOf(source, from);
  const behindLast = lines.findLastIndex(({ text }) => markerAlone.test(text)) + 1;
  const pieces: Piece[] = [];
  let cut = from;
  for (let at = 0; at < behindLast; ) {
    const index = findByOpeners(lines, at, behindLast) ?? findByBlocks(lines, at, behindLast);
    if (index === null) return null;
    const marker = lines[index];
    if (!marker) break;
    const end = marker.start + marker.text.length;
    pieces.push(
      { start: cut, end: marker.start, isMarker: false },
      { start: marker.start, end, isMarker: true },
    );
    cut = end;
    at = index + 1;
  }
  return [...pieces, { start: cut, end: source.length, isMarker: false }];
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(source: string, from: number): readonly Line[] {
  const parts = source.slice(from).split(/(\r\n|\n|\r)/); // lines and their ends in turn
  const lines: Line[] = [];
  let start = from;
  for (let index = 0; start < source.length; index += 2) {
    const text = parts[index] ?? "";
    lines.push({ start, text });
    start += text.length + (parts[index + 1]?.length ?? 0);
  }
  return lines;
}

/**
 * The next line that is a marker, -1 where none is before the end; null where a fence or HTML may stand in a list,
 * of which this knows nothing.
 */
function findByOpeners(lines: readonly Line[], from: number, end: number): number | null {
  let goesOn: Ends | null = null;
  for (let index = from; index < end; index += 1) {
    const text = lines[index]?.text ?? "";
    if (goesOn === null && markerAlone.test(text)) return index;
    const next: Ends | "unknown" | null = goesOn ? follow(goesOn, text) : beginning(text);
    if (next === "unknown") return null;
    goesOn = next;
  }
  return -1;
}

/** The same by what knows lists, and gives up at what people seldom write. */
function findByBlocks(lines: readonly Line[], from: number, end: number): number | null {
  let index = from;
  let isInComment = false;
  for (const found of eachBlockLine(textsOf(lines, from, end))) {
    if (found === null) return null;
    const { kind, text } = found;
    if (kind === "comment" && !isInComment && markerAlone.test(text)) return index;
    isInComment = kind === "comment" && !text.includes("-->", isInComment ? 0 : "<!--".length);
    index += 1;
  }
  return -1;
}

function* textsOf(lines: readonly Line[], from: number, end: number): Generator<string> {
  for (let index = from; index < end; index += 1) yield lines[index]?.text ?? "";
}

function follow(goesOn: Ends, text: string): Ends | "unknown" | null {
  const isOver = goesOn(text);
  if (isOver === null) return "unknown";
  return isOver ? null : goesOn;
}

/** What may begin on a line and go on over blank ones. */
const opener = /^[ \t]*(?:<|`{3}|~{3})/;
const inlineTag = /^<\/?(?!(?:pre|script|style|textarea)\b)[a-z]/i;

/** What goes on behind the line; null where nothing does that a marker could be hidden in. */
function beginning(text: string): Ends | "unknown" | null {
  if (!opener.test(text)) return null;
  // It may begin within a list, and end with it.
  if (/^[ \t]/.test(text)) return "unknown";
  const kind = blockKind(text);
  if (kind === "paragraph") return null;
  if (kind === "comment") return text.includes("-->", 4) ? null : (one) => one.includes("-->");
  if (kind === "html") return isBlank;
  if (kind !== "code") return inlineTag.test(text) ? endsParagraph : "unknown";
  const end = fenceEnd(text);
  return (one) => end.test(one);
}

function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

/** A tag begins a paragraph or HTML up to a blank line; in a paragraph something else may begin. */
function endsParagraph(text: string): boolean | null {
  return opener.test(text) ? null : isBlank(text);
}
