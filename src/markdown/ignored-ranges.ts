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

/** The lines of the text that hold any prose, in order. */
export function proseLines(markdown: string): readonly ProseLine[] {
  const lines = scanProse(markdown) ?? parseProse(markdown);
  return lines
    .map((text, index) => ({ line: index + 1, text: blankStruck(text) }))
    .filter(({ text }) => text.trim() !== "");
}

/** The parser has to say what is code, HTML or a link within a line of text. */
const inlineSyntax = /[`<]|\]\(/;

/** Without the parser; null where only that can tell. */
function scanProse(markdown: string): readonly string[] | null {
  const lines = scanBlockLines(markdown);
  const isPlain = lines?.every(
    ({ kind, text }) => isIgnored(kind) || (kind !== "html" && !inlineSyntax.test(text)),
  );
  return lines && isPlain ? lines.map(({ kind, text }) => (isIgnored(kind) ? "" : text)) : null;
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
