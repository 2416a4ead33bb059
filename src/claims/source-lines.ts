// The lines of a document that are prose, with their places; a quoted line of status counts as prose.

import { linesWithProse } from "../markdown/lines-with-prose.ts";

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
  return linesWithProse(text).flatMap(({ line, start, source, prose }) => {
    const said = summary.test(source) ? source.replace(">", " ") : prose;
    return said === "" ? [] : [{ line, start, text: said }];
  });
}
