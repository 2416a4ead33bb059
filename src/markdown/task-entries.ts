// The entries of task lists, in the order of the text: those of a list that start with `[ ]` or `[x]`, nested
// ones too. Entries in code, quotes and HTML comments are none.

import { walkBlocks } from "./syntax-tree.ts";

export interface TaskEntry {
  readonly isDone: boolean;
  /** What follows the box up to the end of its paragraph, as written, in one line. */
  readonly text: string;
  /** Where its "[" stands in the text, in UTF-16 units. */
  readonly start: number;
}

/** People and edits name an entry by its place in this list, from 1. */
export function findTaskEntries(markdown: string): readonly TaskEntry[] {
  const entries: TaskEntry[] = [];
  if (!/\[[ \txX\r\n]\]/.test(markdown)) return entries;
  for (const { node, parent, start, end } of walkBlocks(markdown, (n) => n.type !== "blockquote")) {
    if (node.type !== "paragraph" || parent?.type !== "listItem") continue;
    if (parent.children[0] !== node) continue;
    const paragraph = markdown.slice(start, end);
    const [opening, box] = /^\[([ \txX\r\n])\]\s+(?=\S)/.exec(paragraph) ?? [];
    if (opening === undefined || box === undefined) continue;
    const text = paragraph.slice(opening.length).replace(/\s+/g, " ").trim();
    entries.push({ isDone: /x/i.test(box), text, start });
  }
  return entries;
}
