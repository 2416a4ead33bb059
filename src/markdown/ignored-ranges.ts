// What is prose in a Markdown text. Code, quotes, HTML comments and tags, images, link targets and what is
// struck out are blanked, so that words and references can be looked for in the rest.

import { type BlockLine, scanBlockLines } from "./block-lines.ts";
import { findHtmlParts } from "./html-comments.ts";
import { type PlacedNode, walkMarkdown } from "./syntax-tree.ts";

export interface ProseLine {
  /** From 1. */
  readonly line: number;
  /** As long as the line in the text, with spaces for what is no prose. */
  readonly text: string;
}

type Range = readonly [start: number, end: number];

/** One text is read by several readers in turn. */
let latest: { readonly markdown: string; readonly lines: readonly ProseLine[] } | null = null;

/** The lines of the text that hold any prose, in order. */
export function proseLines(markdown: string): readonly ProseLine[] {
  if (latest?.markdown !== markdown) latest = { markdown, lines: readProse(markdown) };
  return latest.lines;
}

function readProse(markdown: string): readonly ProseLine[] {
  const lines = scanProse(markdown) ?? parseProse(markdown);
  return lines
    .map((text, index) => ({ line: index + 1, text: blankStruck(text) }))
    .filter(({ text }) => text.trim() !== "");
}

/** The parser has to say what is code, HTML or a link within a line of text. */
const inlineSyntax = /[`<]|\]\(/;

/** No text that holds more than a document may is looked at line by line. */
const longestDocument = 1_048_576;

/** With the parser for single paragraphs alone; null where only the whole text tells. */
function scanProse(markdown: string): readonly string[] | null {
  const lines = scanBlockLines(markdown, longestDocument);
  if (!lines || lines.some(({ kind }) => kind === "html")) return null;
  const prose = lines.map(({ kind, text }) => (isIgnored(kind) ? "" : text));
  const passages = passagesOf(lines).filter(({ start, end }) =>
    lines.slice(start, end).some(({ text }) => inlineSyntax.test(text)),
  );
  return fillIn(prose, lines, passages) ? prose : null;
}

interface Passage {
  readonly start: number;
  /** Behind its last line. */
  readonly end: number;
}

/** Paragraphs with the lines that go on with them, and headings. Nothing within one reaches out of it. */
function passagesOf(lines: readonly BlockLine[]): readonly Passage[] {
  const passages: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const [index, { kind, itemStart }] of lines.entries()) {
    const last = passages.at(-1);
    if (kind === "paragraph" && isOpen && itemStart === null && last) last.end = index + 1;
    else if (kind === "paragraph" || kind === "heading") {
      passages.push({ start: index, end: index + 1 });
    }
    isOpen = kind === "paragraph";
  }
  return passages;
}

/** A line that would begin something else without what stands before it. */
const otherStart = /^(?:#|>|[-+*] |\d{1,9}[.)] |```|~~~)/;

/** Puts blanks for what is no prose in the passages; false where a line does not stand for itself. */
function fillIn(
  prose: string[],
  lines: readonly BlockLine[],
  passages: readonly Passage[],
): boolean {
  const rest = lines.map(({ text, itemStart }) => text.slice(itemStart ?? text.search(/[^ ]|$/)));
  const later = passages.flatMap(({ start, end }) => rest.slice(start + 1, end));
  if (later.some((text) => otherStart.test(text))) return false;
  const texts = passages.map(({ start, end }) => rest.slice(start, end).join("\n"));
  const parsed = parseProse(texts.join("\n\n"));
  let next = 0;
  for (const { start, end } of passages) {
    for (let index = start; index < end; index += 1, next += 1) {
      const { text = "" } = lines[index] ?? {};
      prose[index] = text.slice(0, text.length - (rest[index] ?? "").length) + parsed[next];
    }
    next += 1; // the blank line behind it
  }
  return true;
}

function isIgnored(kind: BlockLine["kind"]): boolean {
  return kind === "code" || kind === "quote" || kind === "comment";
}

function parseProse(markdown: string): readonly string[] {
  return blank(markdown, findIgnoredRanges(markdown)).split(/\r\n|\n|\r/);
}

function findIgnoredRanges(markdown: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const placed of walkMarkdown(markdown, ({ type }) => type !== "blockquote")) {
    ranges.push(...ignoredIn(placed, markdown));
  }
  return ranges;
}

function ignoredIn({ node, start, end }: PlacedNode, markdown: string): readonly Range[] {
  switch (node.type) {
    case "code":
    case "inlineCode":
    case "blockquote":
    case "definition":
    case "image":
    case "imageReference":
      return [[start, end]];
    case "html":
      return ignoredInHtml(markdown.slice(start, end)).map(([a, b]) => [start + a, start + b]);
    case "link":
    case "linkReference": {
      const textEnd = node.children.at(-1)?.position?.end.offset ?? start;
      return markdown[textEnd] === "]" ? [[textEnd + 1, end]] : [];
    }
    default:
      return [];
  }
}

function ignoredInHtml(html: string): readonly Range[] {
  if (/^<(?:pre|script|style|textarea)\b/i.test(html)) return [[0, html.length]];
  const parts = findHtmlParts(html).map(({ start, end }): Range => [start, end]);
  const unclosed = html.indexOf("<!--", parts.at(-1)?.[1] ?? 0);
  return unclosed < 0 ? parts : [...parts, [unclosed, html.length]];
}

function blank(text: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    if (end <= offset) continue;
    const from = Math.max(start, offset);
    parts.push(text.slice(offset, from), spaces(text.slice(from, end)));
    offset = end;
  }
  return parts.join("") + text.slice(offset);
}

function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

/** From a "~~" before a word to the next one behind a word. */
function blankStruck(line: string): string {
  const struck: Range[] = [];
  let opening: number | undefined;
  for (const { index } of line.matchAll(/~~/g)) {
    if (opening === undefined) {
      if (/\S/.test(line[index + 2] ?? "")) opening = index;
    } else if (index > opening + 2 && /\S/.test(line[index - 1] ?? "")) {
      struck.push([opening, index + 2]);
      opening = undefined;
    }
  }
  return blank(line, struck);
}
