// What is prose in a Markdown text. Code, quotes, HTML comments and tags, images, link targets and what is
// struck out are blanked, so that words and references can be looked for in the rest.

import { allMatches } from "./all-matches.ts";
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

/** Several readers look at one text after the other. */
let latest: { readonly markdown: string; readonly lines: readonly ProseLine[] } | null = null;

/** The lines of the text that hold any prose, in order. */
export function proseLines(markdown: string): readonly ProseLine[] {
  if (latest?.markdown !== markdown) {
    latest = { markdown, lines: toProseLines(scanProse(markdown) ?? parseProse(markdown)) };
  }
  return latest.lines;
}

/** The same by the parser alone, which takes longer: what the quicker way is measured by. */
export function parsedProseLines(markdown: string): readonly ProseLine[] {
  return toProseLines(parseProse(markdown));
}

function toProseLines(lines: readonly string[]): readonly ProseLine[] {
  const prose: ProseLine[] = [];
  for (const [index, line] of lines.entries()) {
    const text = blankStruck(line);
    if (text.trim() !== "") prose.push({ line: index + 1, text });
  }
  return prose;
}

/** The parser has to say what is code, HTML or a link within a line of text; "<5 ms" is none of them. */
const inlineSyntax = /`|<[a-z/!?]|\]\(/i;

/** With the parser for single paragraphs at most; null where only it can tell. */
function scanProse(markdown: string): readonly string[] | null {
  const lines = scanBlockLines(markdown);
  if (!lines?.every(({ kind }) => kind !== "html" && kind !== "definition")) return null;
  const prose = lines.map(({ kind, text }) => (isIgnored(kind) ? "" : text));
  for (let index = 0; index < lines.length; index += 1) {
    if (!inlineSyntax.test(prose[index] ?? "")) continue;
    const start = startOfRun(lines, index);
    const parsed = parseRun(lines.slice(start, endOfRun(lines, index)));
    for (const [offset, text] of parsed.entries()) prose[start + offset] = text;
    index = start + parsed.length - 1;
  }
  return prose;
}

/** The lines of a paragraph or table are a run, and each other line is one. */
function startOfRun(lines: readonly BlockLine[], index: number): number {
  let start = index;
  while (goesOn(lines, start)) start -= 1;
  return start;
}

function endOfRun(lines: readonly BlockLine[], index: number): number {
  let end = index + 1;
  while (goesOn(lines, end)) end += 1;
  return end;
}

/** Whether the line is of one run with the one above it. */
function goesOn(lines: readonly BlockLine[], index: number): boolean {
  const line = lines[index];
  const isText = line?.kind === "paragraph" && line.itemStart === null;
  return isText && lines[index - 1]?.kind === "paragraph";
}

/** Without what stands before its first word, which means something only among the lines above. */
function parseRun(run: readonly BlockLine[]): readonly string[] {
  const source = run.map(({ text }) => text).join("\n");
  const simple = simpleRanges(source);
  if (simple) return blank(source, simple).split("\n");
  const start = run[0]?.itemStart ?? source.search(/[^ ]/);
  const [first = "", ...others] = parseProse(source.slice(start));
  return [source.slice(0, start) + first, ...others];
}

/** Of text that has no other syntax than code and links without any syntax of their own; null for other text. */
function simpleRanges(source: string): readonly Range[] | null {
  if (/[<|\\]/.test(source)) return null;
  const codes = codeSpans(source);
  const outside = blank(source, codes);
  if (!outside.includes("](")) return codes;
  if (/!\[|\]:|\[\^/.test(source)) return null;
  const links = allMatches(source, simpleLink).map(({ 0: { length }, 1: text, index }): Range => {
    const end = index + length;
    return [index + `[${text}]`.length, end];
  });
  const isWhole = links.every(
    ([start, end]) => outside.slice(start, end) === source.slice(start, end),
  );
  return isWhole && outside.split("](").length === links.length + 1 ? [...codes, ...links] : null;
}

const simpleLink = /\[([^\s[\]`](?:[^[\]`\r\n]*[^\s[\]`])?)\]\([^\s()[\]`\p{Cc}]*\)/gu;

const backticks = /`+/g;

/** In text that has no other syntax: from a row of backticks to the next one as long. */
function codeSpans(source: string): readonly Range[] {
  const ranges: Range[] = [];
  const rows = allMatches(source, backticks).map(({ 0: { length }, index }) => ({ length, index }));
  for (let at = 0; at < rows.length; at += 1) {
    const { length = 0, index: start = 0 } = rows[at] ?? {};
    let end = at + 1;
    while (end < rows.length && rows[end]?.length !== length) end += 1;
    const last = rows[end];
    if (!last) continue;
    ranges.push([start, last.index + length]);
    at = end;
  }
  return ranges;
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
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, " ") : " ".repeat(text.length);
}

/** From a "~~" before a word to the next one behind a word. */
function blankStruck(line: string): string {
  if (!line.includes("~~")) return line;
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
