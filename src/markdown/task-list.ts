// How much of a text's task lists is ticked.

import { scanBlockLines } from "./block-lines.ts";
import { findTaskEntries } from "./task-entries.ts";

export interface TaskCount {
  readonly done: number;
  readonly total: number;
}

export function countTasks(markdown: string): TaskCount {
  if (!/\[[ \txX\r\n]\]/.test(markdown)) return { done: 0, total: 0 };
  const ticks = scanTicks(markdown) ?? findTaskEntries(markdown).map(({ isDone }) => isDone);
  return { done: ticks.filter((isDone) => isDone).length, total: ticks.length };
}

/** Whether each entry is ticked; null where only the parser can tell. */
function scanTicks(markdown: string): readonly boolean[] | null {
  const lines = scanBlockLines(markdown);
  // What is a box may be a link where links are defined.
  if (!lines?.every(({ kind }) => kind !== "definition")) return null;
  return lines.flatMap(({ text, itemStart }) => {
    const box = itemStart === null ? null : /^\[([ xX])\]\s+\S/.exec(text.slice(itemStart));
    return box ? [box[1] === "x" || box[1] === "X"] : [];
  });
}
