// The lines of a document that are prose, with their places; a quoted line of status counts as prose.

import { proseLines } from "../markdown/ignored-ranges.ts";
import { splitLines } from "../markdown/split-lines.ts";

export interface SourceLine {
  /** From 1. */
  readonly line: number;
  /** In UTF-16 units, as all offsets. */
  readonly start: number;
  /** As long as the line, with spaces for what is no prose. */
  readonly text: string;
}

const summary = /^\s*>\s*\*\*(?:Status|Progress|Overall)\b/i;

export function sourceLines(text: string): readonly SourceLine[] {
  const prose = proseLines(text);
  const lines: SourceLine[] = [];
  let [start, passed] = [0, 0];
  for (const [index, source] of splitLines(text).entries()) {
    const next = prose[passed];
    const words = next?.line === index + 1 ? next.text : "";
    if (words !== "") passed += 1;
    const said = summary.test(source) ? source.replace(">", " ") : words;
    if (said !== "") lines.push({ line: index + 1, start, text: said });
    start += source.length + (text.startsWith("\r\n", start + source.length) ? 2 : 1);
  }
  return lines;
}
