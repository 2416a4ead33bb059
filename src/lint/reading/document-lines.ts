// The lines of a document as rules look at them: what kind of line it is, and its words without code,
// comments and link targets. Offsets are those of the text, so that a finding can point at them.

import { linesWithProse } from "../../markdown/lines-with-prose.ts";

export interface DocumentLine {
  /** From 1. */
  readonly line: number;
  readonly kind: "heading" | "bullet" | "row" | "words" | "blank";
  /** As it stands in the document. */
  readonly source: string;
  /** As long as `source`, with spaces for what is no prose. */
  readonly text: string;
  /** Offset of its first character in the document, in UTF-16 units. */
  readonly start: number;
  /** Columns before its first character. */
  readonly indent: number;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
}

export function readLines(document: string): readonly DocumentLine[] {
  return linesWithProse(document).map(({ line, start, source, prose: text }) => {
    const level = /^ {0,3}(#{1,6})(?=[ \t])/.exec(text)?.[1]?.length ?? 0;
    const indent = text.search(/\S|$/);
    return { line, kind: kindOf(text, indent, level), source, text, start, indent, level };
  });
}

function kindOf(text: string, indent: number, level: number): DocumentLine["kind"] {
  if (indent === text.length) return "blank";
  if (level > 0) return "heading";
  if (/^\s*(?:[-+*]|\d{1,9}[.)])\s/.test(text)) return "bullet";
  return /^\s*\|.*\|\s*$/.test(text) ? "row" : "words";
}
