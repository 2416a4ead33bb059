// The markers in a document: which HTML comments CommonMark sees, and which of them are Milepost's.
// A comment in code, in another comment, in an attribute or in front matter is text.

import { LRUCache } from "lru-cache";
import { decodeBytewise } from "./bytes.ts";
import { cutAtMarkers, type Piece } from "./cut-at-markers.ts";
import { findHtmlParts } from "./html-comments.ts";
import { type SyntaxNode, walkMarkdown } from "./syntax-tree.ts";

/** A comment that is, or tries to be, a marker. Offsets count bytes. */
export interface MarkerComment {
  readonly start: number;
  readonly end: number;
  /** Stands between blocks, not within a paragraph. */
  readonly isFlow: boolean;
}

/** What switches a rule off, or keeps a place from being rewritten, delimits no region. */
const looksLikeMarker = /^<!--\s*milepost:(?!(?:keep\s*-->|lint\s|lint-next-line\s))/i;
const anyMarkerStart = /<!--\s*milepost:/i;
const byteOrderMark = "\u00ef\u00bb\u00bf";

/**
 * What was parsed of late. One sync looks at the same few texts again and again: to know their regions, to
 * make room, to splice, to check what was spliced.
 */
const remembered = new LRUCache<string, readonly MarkerComment[]>({
  maxSize: 2 * 1024 * 1024,
  sizeCalculation: (_comments, source) => source.length,
});

/** The comments of a document that are or try to be markers, in order. Time grows with its size. */
export function findMarkerComments(document: Uint8Array): readonly MarkerComment[] {
  const source = decodeBytewise(document);
  if (!anyMarkerStart.test(source)) return [];
  const known = remembered.get(source);
  if (known) return known;
  const comments = parseMarkerComments(source);
  remembered.set(source, comments);
  return comments;
}

function parseMarkerComments(source: string): readonly MarkerComment[] {
  const start = skipFrontMatter(source);
  const pieces = cutAtMarkers(source, start);
  if (!pieces || pieces.some((piece) => hangsOnOthers(source, piece))) {
    return parsePiece(source, { start, end: source.length });
  }
  return pieces.flatMap((piece) =>
    piece.isMarker ? findInHtml(source, piece.start, piece.end, true) : parsePiece(source, piece),
  );
}

/** The same by the parser alone, which takes longer: what the quicker way is measured by. */
export function parsedMarkerComments(document: Uint8Array): readonly MarkerComment[] {
  const source = decodeBytewise(document);
  return parsePiece(source, { start: skipFrontMatter(source), end: source.length });
}

const blankLine = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/;

/** What is in a label, of a link, an image or a footnote, hangs on what is defined anywhere. */
function hangsOnOthers(source: string, { start, end, isMarker }: Piece): boolean {
  const text = isMarker ? "" : source.slice(start, end);
  return containsMarker(text) && text.split(blankLine).some(mayHoldMarkerInLabel);
}

function mayHoldMarkerInLabel(paragraph: string): boolean {
  const opening = paragraph.indexOf("[");
  const closing = paragraph.lastIndexOf("]");
  if (opening < 0) return false;
  return containsMarker(paragraph.slice(opening, closing + 1)) || /\[\^/.test(paragraph);
}

function parsePiece(source: string, piece: Pick<Piece, "start" | "end">): readonly MarkerComment[] {
  const text = source.slice(piece.start, piece.end);
  if (!containsMarker(text)) return [];
  const comments: MarkerComment[] = [];
  for (const { node, parent, start, end } of walkMarkdown(text)) {
    if (node.type !== "html") continue;
    const [from, to] = [piece.start + start, piece.start + end];
    comments.push(...findInHtml(source, from, to, holdsFlow(parent)));
  }
  return comments;
}

/** The text holds a comment that is or tries to be a marker, wherever it stands. */
export function containsMarker(text: string): boolean {
  return anyMarkerStart.test(text);
}

/** The text without the start of any marker, so that it can be put into a region. */
export function stripMarkers(text: string): string {
  const stripped = text.replace(/<!--\s*milepost:(?:(?!<!--)[\s\S])*?-->|<!--\s*milepost:/gi, "");
  return containsMarker(stripped) ? stripMarkers(stripped) : stripped;
}

/**
 * Where the text after the front matter starts; `source` has one unit per byte. Front matter as Pandoc has
 * it: a first line of dashes with no blank line after it, up to the next.
 */
export function skipFrontMatter(source: string): number {
  const start = source.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const opening = /---[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$))/y;
  opening.lastIndex = start;
  if (!opening.test(source)) return start;
  const closing = /(?:^|[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;
  closing.lastIndex = opening.lastIndex - 1;
  return closing.test(source) ? closing.lastIndex : start;
}

function findInHtml(source: string, from: number, to: number, isFlow: boolean): MarkerComment[] {
  return findHtmlParts(source.slice(from, to))
    .map(({ start, end }) => ({ start: from + start, end: from + end, isFlow }))
    .filter(({ start, end }) => looksLikeMarker.test(source.slice(start, end)));
}

function holdsFlow(parent: SyntaxNode | undefined): boolean {
  return parent !== undefined && /^(?:root|blockquote|listItem)$/.test(parent.type);
}
