// Changes to the task lists of a text. All other bytes stay as they are.

import { findTaskEntries, type TaskEntry } from "./task-entries.ts";
import { findTaskPlaces, type TaskPlace } from "./task-places.ts";

export type TaskChange =
  | { readonly do: "add"; readonly text: string }
  | (TaskName & { readonly do: "tick" | "untick" | "remove" });

/** An entry by its place in `findTaskEntries`, from 1, and its words: the list may have changed since. */
interface TaskName {
  readonly entry: number;
  readonly text: string;
}

/**
 * The text with the change. Undefined where there is nothing to change: the entry is as wanted already, or
 * has other words now, or no entry can be added or removed without touching more.
 */
export function editTasks(markdown: string, change: TaskChange): string | undefined {
  if (change.do === "add") return add(markdown, change.text.replace(/\s+/g, " ").trim());
  const entries = findTaskEntries(markdown);
  const entry = findNamedTask(entries, change);
  if (entry === undefined) return undefined;
  if (change.do === "remove") return remove(markdown, entries.indexOf(entry));
  const isWanted = change.do === "tick";
  return entry.isDone === isWanted ? undefined : setBox(markdown, entry.start, isWanted);
}

/** The entry in this place, or where that has other words by now, the only one with these words. */
export function findNamedTask(
  entries: readonly TaskEntry[],
  { entry, text }: TaskName,
): TaskEntry | undefined {
  const same = entries.filter((one) => one.text === text);
  const inPlace = same.find((one) => one === entries[entry - 1]);
  return inPlace ?? (same.length === 1 ? same[0] : undefined);
}

function setBox(markdown: string, start: number, isDone: boolean): string {
  return `${markdown.slice(0, start + 1)}${isDone ? "x" : " "}${markdown.slice(start + 2)}`;
}

/** Behind the last task list, or at the end of a text that has none. */
function add(markdown: string, text: string): string | undefined {
  const ways = [() => addToList(markdown, text), () => addAtEnd(markdown, text)];
  const wanted = [...wordsOf(markdown), `- ${text}`];
  for (const way of ways) {
    const edited = way();
    if (edited !== undefined && isSame(wordsOf(edited), wanted)) return edited;
  }
  return undefined;
}

function addToList(markdown: string, text: string): string | undefined {
  const places = findTaskPlaces(markdown);
  const last = places.at(-1);
  const entry = places.find(({ end }) => last && end >= last.end);
  if (!entry) return undefined;
  const end = entry.end + (/^[^\r\n]*/.exec(markdown.slice(entry.end))?.[0].length ?? 0);
  const added = `${indentOf(markdown, entry.start)}${nextBullet(markdown, entry)}[ ] ${text}`;
  return `${markdown.slice(0, end)}${lineEndOf(markdown)}${added}${markdown.slice(end)}`;
}

function addAtEnd(markdown: string, text: string): string {
  const lineEnd = lineEndOf(markdown);
  const gap = markdown.trim() === "" ? "" : lineEnd;
  const end = gap === "" || /[\r\n]$/.test(markdown) ? "" : lineEnd;
  return `${markdown}${end}${gap}- [ ] ${text}`;
}

/** With what is nested in it moved one level up. */
function remove(markdown: string, index: number): string | undefined {
  const place = findTaskPlaces(markdown)[index];
  if (!place?.isPlain) return undefined;
  const indent = indentOf(markdown, place.start);
  const lineStart = place.start - indent.length;
  if (/[^ \t]/.test(markdown.slice(lineStart, place.start))) return undefined;
  const after = nextLine(markdown, place.words.end);
  const nested = markdown.slice(after, Math.max(after, place.end));
  const rest =
    outdent(nested, place.words.start - place.start) + markdown.slice(after + nested.length);
  const before = markdown.slice(0, lineStart);
  const edited = rest === "" ? before.replace(/\r?\n$|\r$/, "") : before + rest;
  return isSame(wordsOf(edited), wordsOf(markdown).toSpliced(index, 1)) ? edited : undefined;
}

/** As wide as what stands before the item in its line. */
function indentOf(markdown: string, start: number): string {
  const lineStart =
    Math.max(markdown.lastIndexOf("\n", start - 1), markdown.lastIndexOf("\r", start - 1)) + 1;
  return markdown.slice(lineStart, start).replace(/[^ \t]/g, " ");
}

/** "- ", "* ", "4. ": a numbered list counts on, unless all its numbers are the same. */
function nextBullet(markdown: string, { start, words, previous }: TaskPlace): string {
  const bullet = markdown.slice(start, words.start).replace(/\s*[\r\n]\s*/, " ");
  const number = numberAt(markdown, start);
  if (number === null || (previous !== null && number === numberAt(markdown, previous)))
    return bullet;
  return bullet.replace(/^\d+/, String(number + 1));
}

function numberAt(markdown: string, start: number): number | null {
  const digits = /^\d{1,9}/.exec(markdown.slice(start, start + 9))?.[0];
  return digits === undefined ? null : Number(digits);
}

function nextLine(markdown: string, from: number): number {
  const lineEnd = /\r\n|\n|\r|$/g;
  lineEnd.lastIndex = from;
  const match = lineEnd.exec(markdown);
  return match ? match.index + match[0].length : markdown.length;
}

function outdent(lines: string, width: number): string {
  return lines.replace(new RegExp(`^ {1,${Math.max(1, width)}}`, "gm"), "");
}

function lineEndOf(markdown: string): string {
  return /\r\n|\n|\r/.exec(markdown)?.[0] ?? "\n";
}

/** What must be there before and after, whatever became of the bullets. */
function wordsOf(markdown: string): readonly string[] {
  return findTaskEntries(markdown).map(({ isDone, text }) => `${isDone ? "x" : "-"} ${text}`);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
