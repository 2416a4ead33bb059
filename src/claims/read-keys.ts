// References by key: "US-1", "DB-004 through DB-008". Only what an issue carries in its title is one, and it is
// listed only where the words behind it speak of the whole issue: "US-1: Continue" is a step of it.

import { allMatches } from "../markdown/all-matches.ts";
import type { Reference } from "./document-claims.ts";
import { type KnownKeys, keyName } from "./known-keys.ts";

const key = String.raw`([A-Z]{1,10})-(\d{1,9})`;
const reference = new RegExp(
  String.raw`(?<![\w/#&.-])${key}(?:\s?(?:through|-|–|—|\.\.)\s?${key})?(?![\w/-])(?!\.\d)`,
  "gu",
);
const longestRange = 100;
const joint = /^[\s,&+*_]*(?:and\s)?[\s*_]*$/;
const wholly = /^(?:is )?(?:complete|completed|done|finished|closed|merged)(?: and merged?)?$/;
/** "(in progress)", "(3 points)" and "(after US-4)" say nothing of how much of the issue is meant. */
const note =
  /\((?:(?:in progress|done|closed|complete|blocked|on hold)\b[^)]*|\d+\s?(?:points?|pts?|hours?|h))\)|\((?:after|before|blocked by|depends on|needs|waits for|parent)\b[^)]*(?:\)|$)/gi;

/** What stands before a reference and says that it is only named. */
export type AttributeReader = (before: string) => string | null;

interface Found {
  readonly source: string;
  readonly index: number;
  readonly names: readonly string[];
}

/** None if one of the keys in the text is of no issue, or of several: what the others say is unclear then. */
export function readKeys(
  text: string,
  start: number,
  line: number,
  known: KnownKeys,
  attributeOf: AttributeReader,
): readonly Reference[] {
  if (known.prefixes.size === 0) return [];
  const found = allMatches(text, reference)
    .map(foundIn)
    .filter(({ names }) =>
      names.some((name) => known.prefixes.has(name.slice(0, name.lastIndexOf("-")))),
    );
  if (found.some(({ names }) => names.some((name) => !known.issues.has(name)))) return [];
  const parts = partsAmong(found, text, known);
  return found.map((one, index): Reference => {
    const end = one.index + one.source.length;
    const attribute = attributeOf(text.slice(0, one.index).replace(reference, "#1"));
    return {
      kind: "key",
      numbers: one.names.flatMap((name) => known.issues.get(name)?.number ?? []),
      key: one.source,
      repository: null,
      range: one.names.length > 1,
      place: { start: start + one.index, end: start + end, line },
      attribute: attribute ?? (parts.has(index) ? "part" : null),
    };
  });
}

/** Which of the keys speak of a part of their issue; what is listed together is spoken of together. */
function partsAmong(found: readonly Found[], text: string, known: KnownKeys): ReadonlySet<number> {
  const parts = new Set<number>();
  for (const [index, one] of [...found.entries()].reverse()) {
    const next = found[index + 1];
    const behind = text.slice(one.index + one.source.length, next?.index);
    const isListed = next !== undefined && joint.test(behind);
    if (isListed ? parts.has(index + 1) : !isWhole(behind.split("|")[0] ?? "", one, known))
      parts.add(index);
  }
  return parts;
}

/** A range that descends, leads to another prefix or is too long names nothing that an issue could carry. */
function foundIn(match: RegExpExecArray): Found {
  const [source, prefix = "", first = "", lastPrefix = prefix, last = first] = match;
  const length = Number(last) - Number(first) + 1;
  const isRange = prefix === lastPrefix && length >= 1 && length <= longestRange;
  const names = isRange
    ? Array.from({ length }, (_, index) => keyName(prefix, Number(first) + index))
    : [`${prefix}-`];
  return { source, index: match.index, names };
}

/** Nothing behind it but its state, its title or the beginning of that, or words that say it is done. */
function isWhole(behind: string, { names }: Found, { issues }: KnownKeys): boolean {
  const plain = behind.replace(/^[*_]*\]\([^)]*\)/, "").replace(note, " ");
  const all = wordsOf(plain);
  if (all === "" || wholly.test(all)) return true;
  const [name = ""] = names;
  const title = names.length === 1 ? wordsOf(issues.get(name)?.title ?? "") : "";
  const said = wordsOf(plain.split("(")[0] ?? "");
  return all === title || said === title || (said.includes(" ") && title.startsWith(`${said} `));
}

function wordsOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}
