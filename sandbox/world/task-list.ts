/** Task-list entries that name an issue: GitHub tracks those and ticks them itself. */
import { parsePlainReferences, type TextReferences } from "./references.ts";

const FENCE = /^\s*(?:```|~~~)/;
const ENTRY = /^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\]\s+)(\S+)(.*)$/s;

interface Entry {
  readonly line: number;
  readonly head: string;
  readonly tail: string;
  readonly reference: TextReferences["issues"][number];
}

/** The issues named right after the box of a task-list entry, outside fenced code. */
export function findTrackedReferences(body: string, home: string): TextReferences["issues"] {
  return entries(body, home).map((entry) => entry.reference);
}

/** The body with the boxes of one issue ticked or cleared; the same string when nothing changes. */
export function tickEntries(
  body: string,
  home: string,
  matches: (reference: TextReferences["issues"][number]) => boolean,
  isDone: boolean,
): string {
  const lines = body.split("\n");
  for (const entry of entries(body, home)) {
    if (matches(entry.reference))
      lines[entry.line] = `${entry.head}${isDone ? "x" : " "}${entry.tail}`;
  }
  return lines.join("\n");
}

function entries(body: string, home: string): Entry[] {
  if (!body.includes("] ")) return [];
  const found: Entry[] = [];
  let isCode = false;
  for (const [line, text] of body.split("\n").entries()) {
    if (FENCE.test(text)) isCode = !isCode;
    const entry = isCode ? undefined : parseEntry(line, text, home);
    if (entry !== undefined) found.push(entry);
  }
  return found;
}

function parseEntry(line: number, text: string, home: string): Entry | undefined {
  const [, head, , close, word, rest] = ENTRY.exec(text) ?? [];
  if (head === undefined || word === undefined) return undefined;
  const reference = parsePlainReferences(word, home).issues[0];
  if (reference === undefined) return undefined;
  return { line, head, tail: `${close}${word}${rest}`, reference };
}
