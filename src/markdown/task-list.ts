// Task lists: entries of a list that start with `[ ]` or `[x]`.

import { walkMarkdown } from "./syntax-tree.ts";

export interface TaskCount {
  readonly done: number;
  readonly total: number;
}

/** The entries, nested ones too; those in code, quotes and HTML comments are none. */
export function countTasks(markdown: string): TaskCount {
  let done = 0;
  let total = 0;
  if (!/\[[ \txX\r\n]\]/.test(markdown)) return { done, total };
  for (const { node, parent, start, end } of walkMarkdown(
    markdown,
    (n) => n.type !== "blockquote",
  )) {
    if (node.type !== "paragraph" || parent?.type !== "listItem") continue;
    if (parent.children[0] !== node) continue;
    const box = /^\[([ \txX\r\n])\]\s+\S/.exec(markdown.slice(start, end))?.[1];
    if (box === undefined) continue;
    total += 1;
    if (/x/i.test(box)) done += 1;
  }
  return { done, total };
}
