// The lines of a document as recognisers see them: what is code, HTML or a quote is no plan, but for a quoted
// line on top.

import { proseLines } from "../markdown/ignored-ranges.ts";
import { walkBlocks } from "../markdown/syntax-tree.ts";

/** Neither blank nor like anything: it counts as a person's own. */
const unreadable = "\u0000";

/** One for each line, without line ends. */
export function readableLines(text: string): readonly string[] {
  const prose = new Set(proseLines(text).map(({ line }) => line));
  const quotes = quotedLines(text);
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) =>
      line.trim() === "" || prose.has(index + 1) || quotes.has(index + 1) ? line : unreadable,
    );
}

/** First lines of quotes that stand in nothing else, from 1. */
function quotedLines(text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { node, parent, start } of walkBlocks(text, ({ type }) => type === "root")) {
    if (node.type !== "blockquote" || parent?.type !== "root") continue;
    starts.add(text.slice(0, start).split(/\r\n|\n|\r/).length);
  }
  return starts;
}
