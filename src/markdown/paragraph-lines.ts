// The lines of a text that a person has written as plain words of their own: those of paragraphs that stand
// in nothing else. What is in code, quotes, lists, tables, headings, HTML, links and images is none.

import { unreadLines } from "./costly-lines.ts";
import { comment, findWordKinds, plain } from "./word-kinds.ts";

export interface ParagraphLine {
  /** From 1, in the whole text. */
  readonly line: number;
  /** As it stands in the text. */
  readonly source: string;
  /** As long as `source`, with spaces for what is no plain words. */
  readonly words: string;
  /** As long as `source`, with spaces for HTML comments only. */
  readonly text: string;
}

/**
 * In the order of the text; all those that the pattern fits, and perhaps others. Time grows with the length of
 * the text, whatever it holds.
 */
export function paragraphLines(markdown: string, pattern: RegExp): readonly ParagraphLine[] {
  const kinds = findWordKinds(markdown, pattern);
  const unseen = new Set(unreadLines(markdown).map(({ index }) => index));
  const lines: ParagraphLine[] = [];
  let isUnseen = false;
  let start = 0;
  for (const [index, source] of markdown.split(/\r\n|\n|\r/).entries()) {
    const end = start + source.length;
    const here = kinds.subarray(start, end);
    // The parser takes what follows such a line for a paragraph of its own.
    isUnseen = /[^ \t]/.test(source) && (isUnseen || unseen.has(start));
    if (!isUnseen && here.includes(plain)) {
      const words = blank(source, (offset) => here[offset] !== plain);
      const text = blank(source, (offset) => here[offset] === comment);
      lines.push({ line: index + 1, source, words, text });
    }
    start = end + (markdown.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

/** Blanks before a paragraph are no part of it, and no harm. */
function blank(source: string, isBlanked: (offset: number) => boolean): string {
  return source.replace(/\S/g, (character, offset: number) =>
    isBlanked(offset) ? " " : character,
  );
}
