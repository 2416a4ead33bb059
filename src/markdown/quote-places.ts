// Where quotes begin in a text, found line by line; the parser reads it only where it alone can tell.

import { scanBlockLines } from "./block-lines.ts";
import { unreadLines } from "./costly-lines.ts";
import { walkBlocks } from "./syntax-tree.ts";

/** The first lines of quotes that stand in nothing else, from 1, in order. */
export function findQuotes(markdown: string): readonly number[] {
  return scanQuotes(markdown) ?? parsedQuotes(markdown);
}

/** The same by the parser alone: what the quicker way is measured by. */
export function parsedQuotes(markdown: string): readonly number[] {
  const blocks = Array.from(walkBlocks(markdown, ({ type }) => type === "root"));
  const starts = blocks.flatMap(({ node, parent, start }) =>
    node.type === "blockquote" && parent?.type === "root" ? [start] : [],
  );
  let line = 1;
  let read = 0;
  return starts.map((start) => {
    line += markdown.slice(read, start).split(/\r\n|\n|\r/).length - 1;
    read = start;
    return line;
  });
}

/** Null where only the parser can tell. */
function scanQuotes(markdown: string): readonly number[] | null {
  const lines = unreadLines(markdown).length === 0 ? scanBlockLines(markdown) : null;
  if (lines === null) return null;
  return lines.flatMap(({ kind }, index) => {
    const isFirst = kind === "quote" && lines[index - 1]?.kind !== "quote";
    return isFirst ? [index + 1] : [];
  });
}
