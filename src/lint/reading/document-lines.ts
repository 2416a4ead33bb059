// The lines of a document as rules look at them: what kind of line it is, and its words without code,
// comments and link targets. Offsets are those of the text, so that a finding can point at them.

import { proseLines } from "../../markdown/ignored-ranges.ts";
import { splitLines } from "../../markdown/split-lines.ts";

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
  const prose = proseLines(document);
  const lines: DocumentLine[] = [];
  let [start, passed] = [0, 0];
  for (const [index, source] of splitLines(document).entries()) {
    const next = prose[passed];
    const text = next?.line === index + 1 ? next.text : "";
    if (text !== "") passed += 1;
    const level = /^ {0,3}(#{1,6})(?=[ \t])/.exec(text)?.[1]?.length ?? 0;
    const indent = text.search(/\S|$/);
    lines.push({
      line: index + 1,
      kind: kindOf(text, indent, level),
      source,
      text,
      start,
      indent,
      level,
    });
    start += source.length;
    start += document.startsWith("\r\n", start) ? 2 : 1;
  }
  return lines;
}

function kindOf(text: string, indent: number, level: number): DocumentLine["kind"] {
  if (indent === text.length) return "blank";
  if (level > 0) return "heading";
  if (/^\s*(?:[-+*]|\d{1,9}[.)])\s/.test(text)) return "bullet";
  return /^\s*\|.*\|\s*$/.test(text) ? "row" : "words";
}
