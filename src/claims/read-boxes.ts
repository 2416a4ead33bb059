// Boxes of task lists with their own words, which may be the title of an issue: the bold text that an entry begins
// with, or else the whole of it.

import { findTaskEntries, type TaskEntry } from "../markdown/task-entries.ts";
import type { Place, Reference } from "./document-claims.ts";
import { type KnownKeys, noKeys } from "./known-keys.ts";
import { readReferences } from "./read-references.ts";
import { type SourceLine, sourceLines } from "./source-lines.ts";
import { titleWords } from "./title-words.ts";

export interface WordedBox {
  /** Of the words, in the line of the box. */
  readonly place: Place;
  /** As `titleWords` has them; without numbers and keys. */
  readonly words: string;
  /** The issues that the line names by number or key; those that they are merely related to are none. */
  readonly named: readonly number[];
}

/** Nothing as long has a title for its own words, and a hostile text must not keep a server busy. */
const longestEntry = 2000;

const sign = String.raw`[✅☑✔🔨🚧📋⏸⛔]\uFE0F?`;
const signsAhead = new RegExp(`^(?:${sign} ?)+`, "u");
const state = String.raw`\((?:in progress|done|closed|complete|blocked|on hold)\)`;
const statesBehind = new RegExp(`(?: ?(?:${sign}|${state}))+$`, "iu");
const bold = /^(\*\*|__)(?=\S)(.+?)\1/;

/** In order; a box without words of its own is left out. A key of `keys` names an issue as its number does. */
export function readBoxes(text: string, keys: KnownKeys = noKeys): readonly WordedBox[] {
  const entries = findTaskEntries(text);
  if (entries.length === 0) return [];
  const lines = sourceLines(text);
  let index = 0;
  return entries.flatMap((entry) => {
    while ((lines[index + 1]?.start ?? text.length) <= entry.start) index += 1;
    const line = lines[index];
    return line ? readBox(entry, text, line, keys) : [];
  });
}

/** What names an issue says whose line it is; other references say what that is related to. */
function isNaming({ attribute }: Reference): boolean {
  return attribute === null || attribute === "part";
}

function readBox(
  { start, text: entry }: TaskEntry,
  text: string,
  { line, start: lineStart, text: prose }: SourceLine,
  keys: KnownKeys,
): readonly WordedBox[] {
  const end = lineStart + prose.length;
  const source = text.slice(start, end);
  const [box] = /^\[[ xX]\][ \t]+(?=\S)/.exec(source) ?? [];
  if (box === undefined || source.length > longestEntry) return [];
  const from = start + box.length;
  const references = readReferences(prose.slice(from - lineStart), from, line, keys);
  const naming = references.filter(isNaming);
  const names = naming.map(({ place }) => text.slice(place.start, place.end));
  const own = ownWords(text.slice(from, end), entry, names);
  if (own.words === "") return [];
  const place = { start: from, end: from + own.length, line };
  return [{ place, words: own.words, named: naming.flatMap(({ numbers }) => numbers) }];
}

/** Of the entry that begins with `source`; the length is how much of that they take. */
function ownWords(
  source: string,
  entry: string,
  names: readonly string[],
): { readonly words: string; readonly length: number } {
  const [ahead = ""] = signsAhead.exec(source) ?? [];
  const [lead = "", , strong] = bold.exec(bare(source.slice(ahead.length), names)) ?? [];
  if (strong !== undefined) {
    const length = names.length > 0 ? source.length : ahead.length + lead.length;
    return { words: titleWords(bare(strong, names)), length };
  }
  if (entry.length > longestEntry) return { words: "", length: 0 };
  const whole = bare(entry.replace(/<!--.*?-->/g, ""), names).trim();
  const plain = whole.replace(signsAhead, "").replace(statesBehind, "");
  return { words: titleWords(plain), length: source.length };
}

/** Without the names of issues, and without what parts those from the words. */
function bare(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  const parts = names.reduce((words, name) => {
    const [before = "", ...behind] = words.split(name);
    return before + behind.join(name).replace(/^[\s:–—-]+/, "");
  }, text);
  return parts.replace(/(\*\*|__)\s*\1/, "").replace(/^[\s:–—()[\]-]+|[\s:–—()[\]-]+$/g, "");
}
