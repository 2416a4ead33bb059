/**
 * What a process that dies right after a write leaves behind: GitHub has no guard against lost updates, so a
 * person's edit may lie below ours, which was made from what stood there before it. Pure, from the text's
 * history; whether Milepost saw it when it wrote is told by whether what the edit changed is still so.
 */

import type { ObservedVersion } from "../domain/observation.ts";
import { mergeChange as merge, type TextChange } from "./merge-change.ts";

/** A text without what Milepost writes in it by itself. */
export type PeoplesPart = (text: string) => string;

/**
 * That part of the newest version with the edits that were written over; null where none was, or the history
 * does not tell. `versions` are the newest first. `knownBase`: what ours was made from, where that is known.
 */
export function mendLostEdit(
  versions: readonly ObservedVersion[],
  peoplesPart: PeoplesPart,
  knownBase?: string,
): string | null {
  const ours = versions.findIndex(({ isOurs }) => isOurs);
  const below = versions.findIndex(({ isOurs }, place) => place > ours && !isOurs);
  const [newest, written, theirs] = [versions[0], versions[ours], versions[below]];
  if (newest === undefined || written === undefined || theirs === undefined) return null;
  if (newest.text === null || written.text === null || theirs.text === null) return null;
  const base = knownBase ?? findBase(versions.slice(below), written.text, peoplesPart);
  // What is written differs from what it is made from.
  if (base === null || base === theirs.text || base === written.text) return null;
  const from = peoplesPart(base);
  const change = { from, to: peoplesPart(theirs.text) };
  const now = peoplesPart(newest.text);
  if (newest !== written) return changedLike(change, now);
  // Where both changed the same, the person's word wins.
  return merge({ from, to: now }, change.to) ?? merge(change, now) ?? change.to;
}

/** The text with the change; null where it has it already, or what it is about is there no more. */
export function changedLike(change: TextChange, text: string): string | null {
  return isKept(change, text) ? null : merge(change, text);
}

/** The newest of these versions of whose edits nothing is missing in what was written; null where unknown. */
function findBase(
  versions: readonly ObservedVersion[],
  written: string,
  peoplesPart: PeoplesPart,
): string | null {
  const kept = peoplesPart(written);
  let base = versions[0]?.text ?? null;
  let place = 0;
  for (const { text, isOurs } of versions) {
    place += 1;
    if (text === null) return null;
    const before = versions[place];
    if (isOurs || before === undefined) break;
    if (before.text === null) return null;
    const change = { from: peoplesPart(before.text), to: peoplesPart(text) };
    const isNothing = isSame(linesOf(change.from), linesOf(change.to));
    if (isNothing) continue;
    if (isKept(change, kept)) break;
    base = before.text;
  }
  return base;
}

type Lines = ReadonlyMap<string, number>;

/** How often each line is there, wherever it stands. */
function linesOf(text: string): Lines {
  const lines = new Map<string, number>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() !== "") lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return lines;
}

function isSame(a: Lines, b: Lines): boolean {
  return a.size === b.size && [...a].every(([line, count]) => b.get(line) === count);
}

/** Every line that was added is there, and none that was taken away. */
function isKept({ from, to }: TextChange, text: string): boolean {
  const [before, after, now] = [from, to, text].map(linesOf) as [Lines, Lines, Lines];
  const changed = [...new Set([...before.keys(), ...after.keys()])];
  return changed.every((line) => {
    const more = count(after, line) - count(before, line);
    if (more === 0) return true;
    if (more < 0) return count(now, line) <= count(after, line);
    return count(now, line) >= count(after, line) || isTicked(line, before, now);
  });
}

function count(lines: Lines, line: string): number {
  return lines.get(line) ?? 0;
}

/** An entry of a task list that the person added, and a command ticked right after. */
function isTicked(line: string, before: Lines, now: Lines): boolean {
  const other = line.replace(
    /^(\s*(?:[-*+]|\d+[.)]) \[)([ xX])\]/,
    (_, start: string, mark) => `${start}${mark === " " ? "x" : " "}]`,
  );
  return other !== line && !before.has(other) && now.has(other);
}
