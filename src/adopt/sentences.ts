// Tells a list from prose: a block repeats lists, while a sentence is a person's own.

import { isEmptyLine } from "./parts.ts";

const remark = /^[\W_]*(?:note|rationale|reason|why|because|decision)\b/i;
const entry =
  /^\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(?:\[[ xX]\]\s*)?(?:[^\p{L}\p{N}\s*#[(`]+\s*)?(?:\*\*|#\d|#{1,6}\s|To\s+\p{Lu})/u;
const longestRemark = 8;

/** The first line that says more than names and figures, from 0; null where there is none. */
export function findSentence(lines: readonly string[], from: number, to: number): number | null {
  for (let index = from; index < to; index += 1) {
    const line = lines[index] ?? "";
    if (!isEmptyLine(line) && isSentence(line)) return index;
  }
  return null;
}

function isSentence(line: string): boolean {
  return !entry.test(line) || remark.test(line) || wordsPerName(line) > longestRemark;
}

/** Words outside of brackets and labels, for each issue that is named. */
function wordsPerName(line: string): number {
  const words = line
    .replace(/\([^()]*\)|\*\*[^*]*\*\*|\[[^\]]*\]/g, " ")
    .match(/(?<!#)\b\p{L}[\p{L}\p{N}'-]*/gu);
  const names = line.match(/#\d+/g)?.length ?? 0;
  return (words?.length ?? 0) / Math.max(1, names);
}

/** Where a list with a lead-in ends: a paragraph of prose behind a blank line is no part of it. */
export function endOfList(lines: readonly string[], from: number, to: number): number {
  const sentence = findSentence(lines, from + 1, to);
  if (sentence === null || (lines[sentence - 1] ?? "").trim() !== "") return to;
  if (/^(?:\s|[-*+]\s|\d{1,9}[.)]\s)/.test(lines[sentence] ?? "")) return to;
  let end = sentence;
  while (end > from + 1 && isEmptyLine(lines[end - 1] ?? "")) end -= 1;
  return end;
}
