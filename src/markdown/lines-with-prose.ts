// All lines of a text, each with its place and with what of it is prose.

import { proseLines } from "./ignored-ranges.ts";
import { splitLines } from "./split-lines.ts";

export interface LineWithProse {
  /** From 1. */
  readonly line: number;
  /** Offset of its first character in the text, in UTF-16 units. */
  readonly start: number;
  /** As it stands in the text. */
  readonly source: string;
  /** As long as `source`, with spaces for what is no prose; empty where nothing is. */
  readonly prose: string;
}

export function linesWithProse(text: string): readonly LineWithProse[] {
  const proseInOrder = proseLines(text);
  const lines: LineWithProse[] = [];
  let [start, passed] = [0, 0];
  for (const [index, source] of splitLines(text).entries()) {
    const line = index + 1;
    const next = proseInOrder[passed];
    const isNext = next?.line === line;
    lines.push({ line, start, source, prose: isNext ? next.text : "" });
    if (isNext) passed += 1;
    start += source.length + (text.startsWith("\r\n", start + source.length) ? 2 : 1);
  }
  return lines;
}
