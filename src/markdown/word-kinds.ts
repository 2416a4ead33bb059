// Which characters of a text are plain words in a paragraph that stands in nothing else.

import { unreadLines } from "./costly-lines.ts";
import { type HtmlPiece, htmlHolders, mayHold } from "./html-holders.ts";
import { type SyntaxNode, walkBlocks, walkMarkdown } from "./syntax-tree.ts";

export const plain = 1;
export const comment = 2;

interface Words extends HtmlPiece {
  /** A paragraph that stands in nothing else; of others only the HTML matters. */
  readonly isOwn: boolean;
}

/**
 * A kind for each character: a plain word's, an HTML comment's within a paragraph, or 0. Only paragraphs with
 * a line that the pattern fits are looked into; all others may be 0.
 */
export function findWordKinds(markdown: string, pattern: RegExp): Uint8Array {
  const kinds = new Uint8Array(markdown.length);
  const { words, html, definitions } = findPieces(markdown);
  const asked = words.filter(
    ({ source, isOwn }) => mayHold(source) || (isOwn && pattern.test(source)),
  );
  const batches = inBatches(asked, definitions.join(gap).length);
  const htmlInWords = batches.flatMap((batch) => markWords(kinds, batch, definitions));
  const held = htmlHolders([...html, ...htmlInWords].sort((one, other) => one.start - other.start));
  for (const [start, end] of held) kinds.fill(0, start, end);
  return kinds;
}

interface Pieces {
  readonly words: readonly Words[];
  readonly html: readonly HtmlPiece[];
  readonly definitions: readonly string[];
}

function findPieces(markdown: string): Pieces {
  const words: Words[] = [];
  const html: HtmlPiece[] = [];
  const definitions: string[] = [];
  const ends: number[] = [];
  for (const { node, parent, start, end } of walkBlocks(markdown, isEntered)) {
    const { type } = node;
    while (start >= (ends.at(-1) ?? Number.POSITIVE_INFINITY)) ends.pop();
    const until = ends.at(-1) ?? Number.POSITIVE_INFINITY;
    const piece = { start, source: markdown.slice(start, end), until };
    const isOwn = type === "paragraph" && parent?.type === "root";
    if (hasWords.has(type)) words.push({ ...piece, isOwn });
    else if (type === "html") html.push(piece);
    else if (type === "definition") definitions.push(piece.source);
    else if (holdsBlocks.has(type)) ends.push(end);
  }
  return { words, html: [...html, ...unseenPieces(markdown)], definitions };
}

/** Of the lines that the parser does not see. */
function unseenPieces(markdown: string): readonly HtmlPiece[] {
  return unreadLines(markdown).map(({ index, source }) =>
    withoutComments({ start: index, source, until: index + source.length }),
  );
}

function isEntered({ type }: SyntaxNode): boolean {
  return !hasWords.has(type);
}

const holdsBlocks = new Set<SyntaxNode["type"]>(["blockquote", "listItem", "footnoteDefinition"]);

/** The parser gives cells of tables as texts. */
const hasWords = new Set<SyntaxNode["type"]>(["paragraph", "heading", "text"]);

/** The parser's time grows with the square of the length of what never ends in a paragraph. */
const longestBatch = 4096;

/** Paragraphs to be parsed together; one that is too long stands alone. */
function inBatches(paragraphs: readonly Words[], more: number): readonly (readonly Words[])[] {
  const batches: Words[][] = [];
  let room = 0;
  for (const paragraph of paragraphs) {
    const length = paragraph.source.length + gap.length;
    if (length > room) {
      batches.push([]);
      room = longestBatch - more;
    }
    batches.at(-1)?.push(paragraph);
    room -= length;
  }
  return batches;
}

const gap = "\n\n";

const noWords = new Set<SyntaxNode["type"]>([
  "inlineCode",
  "html",
  "link",
  "linkReference",
  "image",
  "imageReference",
]);

/** The HTML in the paragraphs; `definitions`: what makes links of words in brackets. */
function markWords(
  kinds: Uint8Array,
  batch: readonly Words[],
  definitions: readonly string[],
): readonly HtmlPiece[] {
  const text = [...batch.map(({ source }) => source), ...definitions].join(gap);
  const isTooLong = text.length > longestBatch;
  for (const { start, source, isOwn } of batch) {
    const length = isTooLong ? plainLength(source) : source.length;
    if (isOwn) kinds.fill(plain, start, start + length);
  }
  if (isTooLong) return batch.map(withoutComments);
  return [...walkMarkdown(text, ({ type }) => !noWords.has(type))]
    .filter(({ node }) => noWords.has(node.type))
    .flatMap(({ node, start, end }) => {
      const piece = pieceAt(batch, start, text.slice(start, end));
      if (piece === undefined) return [];
      const isHtml = node.type === "html";
      const kind = isHtml && piece.source.startsWith("<!--") ? comment : 0;
      kinds.fill(kind, piece.start, piece.start + piece.source.length);
      return isHtml ? [piece] : [];
    });
}

/** Whether one ends is not known, so all that follows is looked at. */
function withoutComments({ source, ...place }: HtmlPiece): HtmlPiece {
  return { ...place, source: source.replaceAll("<!--", "    ") };
}

/** From the place in a batch to that in the whole text; undefined behind the paragraphs. */
function pieceAt(batch: readonly Words[], offset: number, source: string): HtmlPiece | undefined {
  let before = 0;
  for (const words of batch) {
    const { start, until } = words;
    if (offset < before + words.source.length)
      return { start: start + offset - before, source, until };
    before += words.source.length + gap.length;
  }
  return undefined;
}

/** Up to the first line in which something may begin that is no plain words. */
function plainLength(source: string): number {
  const first = source.search(/[`<[]/);
  if (first < 0) return source.length;
  return Math.max(source.lastIndexOf("\n", first), source.lastIndexOf("\r", first)) + 1;
}
