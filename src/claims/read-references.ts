// References to issues in a line of prose: single ones, ranges, and whether they are listed or merely named.

import { allMatches } from "../markdown/all-matches.ts";
import type { Chain, Reference } from "./document-claims.ts";
import { type KnownKeys, noKeys } from "./known-keys.ts";
import { readKeys } from "./read-keys.ts";

/** What may not stand before the sign is looked for behind it: a search for a sign is quick. */
const reference = /#(?<![\w/&#]#)(\d{1,7})(?:\s?(?:-|–|—|\.\.)\s?#?(\d{1,7}))?(?![\w-])/g;
const longestRange = 100;

/** Words before references that are no members: they say how those relate to what is listed. */
const relations = [
  "duplicates? of|duplicate",
  "parent(?: of)?",
  "child(?:ren)?(?: issues?)?(?: of)?",
  "(?:delivered|fixed|replaced|superseded) (?:by|via)",
  "(?:documented|described|tracked|followed up) in",
  "(?:supersedes|replaces|requires|related(?: to)?)",
  "(?:un)?blocks",
  "blocked (?:by|on)",
  "blocke[dr](?: by)?",
  "depends on",
  "dependenc(?:y|ies)(?: on)?",
  "via|after|before|until|needs|waits for|see(?: also)?|epic|PR",
].join("|");
/** "#4 (parser), #5": all but the last. */
const others = String.raw`(?:#\d+(?:\s?[-–—]\s?#?\d+)?\s*(?:\([^()]*\)\s*)?(?:,|and|&|\+)?\s*)*`;
const attribute = new RegExp(
  String.raw`\b(${relations})\s*[*_]*\s*(?::|→|->)?\s*[*_]*\s*${others}$`,
  "i",
);

/** By number, or else by one of the keys; a key beside a number is a word of the title. */
export function readReferences(
  text: string,
  start: number,
  line: number,
  keys: KnownKeys = noKeys,
): readonly Reference[] {
  const numbered = readNumbers(text, start, line);
  return numbered.length > 0 ? numbered : readKeys(text, start, line, keys, attributeOf);
}

/** What an attribute ends with, by its last character. */
const ending = /[a-z\d:,&+*_→>)]/i;

/** Of a line without end not all is looked through for each reference in it. */
const longestList = 2000;

function attributeOf(before: string): string | null {
  const near = before.slice(-longestList);
  if (!ending.test(near.trimEnd().slice(-1))) return null;
  return attribute.exec(near.replace(/\s{3,}/g, "  "))?.[1]?.toLowerCase() ?? null;
}

function readNumbers(text: string, start: number, line: number): readonly Reference[] {
  if (!text.includes("#")) return [];
  return allMatches(text, reference).flatMap((match): readonly Reference[] => {
    const [source, first = "", last] = match;
    const numbers = expand(Number(first), last === undefined ? Number(first) : Number(last));
    if (numbers.length === 0) return [];
    const before = text.slice(0, match.index);
    const place = { start: start + match.index, end: start + match.index + source.length, line };
    return [
      {
        kind: "issue",
        numbers,
        key: null,
        repository: null,
        range: last !== undefined,
        place,
        attribute: attributeOf(before),
      },
    ];
  });
}

function expand(first: number, last: number): readonly number[] {
  if (first < 1 || last < first || last - first >= longestRange) return [];
  if (first === last) return [first];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const one = String.raw`#?\d{1,7}(?:\s?[-–—]\s?#?\d{1,7})?`;
const list = String.raw`${one}(?:\s*(?:,|and|&)\s*${one})*`;
const stage = String.raw`(?:\((?:${list})(?:\s+parallel)?\)|${list})`;
const arrow = /→|->|=>|⟶/;
const chain = new RegExp(String.raw`#?${stage}(?:\s*(?:→|->|=>|⟶)\s*${stage})+`, "gu");

/** Issues in the order in which they are to be done. */
export function readChains(text: string, start: number, line: number): readonly Chain[] {
  if (!arrow.test(text)) return [];
  return allMatches(text, chain).flatMap(({ 0: source, index }) => {
    const stages = source.split(arrow).map(stageNumbers);
    if (!source.includes("#") || stages.some((numbers) => numbers.length === 0)) return [];
    const from = start + index;
    return [{ place: { start: from, end: from + source.length, line }, stages, text: source }];
  });
}

function stageNumbers(stage: string): readonly number[] {
  return allMatches(stage, numberOrRange).flatMap(([, first = "", last]) =>
    expand(Number(first), Number(last ?? first)),
  );
}

const numberOrRange = /(\d{1,7})(?:\s?[-–—]\s?#?(\d{1,7}))?/g;
