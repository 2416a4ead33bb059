// The lines of a document that are prose, with their places; a quoted line of status counts as prose.

import { proseLines } from "../markdown/ignored-ranges.ts";

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
  const prose = new Map(proseLines(text).map(({ line, text: words }) => [line, words]));
  let start = 0;
  return text.split(/\r\n|\n|\r/).flatMap((source, index) => {
    const at = start;
    start += source.length + (text.startsWith("\r\n", start + source.length) ? 2 : 1);
    const words = summary.test(source) ? source.replace(">", " ") : prose.get(index + 1);
    return words === undefined ? [] : [{ line: index + 1, start: at, text: words }];
  });
}
