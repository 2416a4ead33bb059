// What a heading or a bold lead-in is about, without its number, marks, counts and remarks. Two parts of a
// document that are about the same thing have the same label.

import { nameKey } from "./words.ts";

const series = /^(?:Milestone|Phase|Sprint|Stage|Step|Week|Part)\s+\d+(?:\.\d+)*\b\s*[:.–—-]?\s*/iu;
const start = /^[\s>#]*(?:[-+*]\s+|\d{1,9}[.)]\s+)?(?:\[[ xX]\]\s+)?/;
const marks = /\p{Extended_Pictographic}|\ufe0f/gu;

/** The words of the label, as written. */
export function labelOf(line: string): string {
  const words = withoutKind(line)
    .replace(start, "")
    .replace(/[*_`]+/g, "")
    .replace(marks, "|")
    .trim();
  const rest = words.replace(/^[|\s]+/, "").replace(series, "");
  const inBrackets = /^\(([^()]*)\)/.exec(rest);
  const label = inBrackets && rest !== words ? (inBrackets[1] ?? "") : rest;
  return (label.split(/(?<!\s)\s*(?:[|:(←→]|\s[–—-]\s|\s->)/u)[0] ?? "").trim();
}

/** "**CRITICAL PATH: Storage**" is about storage: a kind in capitals before a name, in one bold text. */
function withoutKind(line: string): string {
  return line.replace(/\*\*[\p{Lu}\s]{3,}:\s+(?=\p{Lu}[^*]*\*\*)/u, "**");
}

/** To compare by. */
export function labelKey(line: string): string {
  return keyOfLabel(labelOf(line));
}

export function keyOfLabel(label: string): string {
  return nameKey(label.replace(/(?<!\s)\s+(?:complete|completed|done)$/i, ""));
}

/** One is the other, or the other's beginning. */
export function isSameLabel(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}
