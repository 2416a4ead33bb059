// Whether two entries that share a number speak of the same issue, and of all of it. An entry does where nothing
// but marks, brackets and other numbers stand behind the number, or a name. What is told of an issue in words of
// its own, or with a reservation, may be about a part of it or about something else: it says nothing for sure.

import type { Item } from "../../claims/document-claims.ts";
import type { DocumentLine } from "./document-lines.ts";
import { oncePer } from "./once-per.ts";
import type { Outline } from "./outline.ts";
import type { Mention } from "./parts.ts";
import { isSameWord, wordsOf } from "./words.ts";

/** The words of its name, none for a bare number; null where it is told of and not named. */
type Naming = readonly string[] | null;

/** The mentions on either side that speak of the same issue as one on the other side. */
export function ofOneIssue(
  { lines }: Outline,
  ones: readonly Mention[],
  others: readonly Mention[],
): readonly [ones: readonly Mention[], others: readonly Mention[]] {
  const namings = new Map(
    [...ones, ...others].map((one) => [one, namingOf(one, lines[one.line - 1])]),
  );
  const namesOf = (mentions: readonly Mention[]) => {
    const known = mentions.map((one) => namings.get(one) ?? null);
    return [...new Map(known.map((words) => [words?.join(" "), words])).values()].slice(
      0,
      mostNames,
    );
  };
  const agree = (mentions: readonly Mention[], names: readonly Naming[]) =>
    mentions.filter((one) => names.some((name) => isOneName(namings.get(one) ?? null, name)));
  return [agree(ones, namesOf(others)), agree(others, namesOf(ones))];
}

/** Who lists an issue thousands of times must not keep a server busy. */
const mostNames = 40;

const longestName = 14;

/** A part of it, or a state with a reservation. */
const reserved =
  /\b(?:part(?:s|ial(?:ly)?|ly)?|rest|remain\w*|still|follow-?ups?|pending|only|re-?opened|except|but|until|not|superseded|instead|original\w*|stale)\b/i;
const sentence =
  /\b(?:is|are|was|were|has|have|had|will|would|should|must|cannot|does|did)\b|\.\s+\p{Lu}/u;
/** "#4 – Parser" and "#4: Parser" are names all the same. */
const separator = /^[\s:.–—|-]+/;
const end = /\s[–—-]\s|[|→←;]|:\s|\s#\d/;

/** Of a line without end not all is looked through for each issue in it. */
const longestLook = 1000;

function isReserved(item: Item): boolean {
  return item.words.length > longestLook ? isLongReserved(item) : reserved.test(plain(item.words));
}

const isLongReserved = oncePer(({ words }: Item) => reserved.test(plain(words)));

function namingOf({ item, reference }: Mention, line: DocumentLine | undefined): Naming {
  const { text, start } = line ?? { text: "", start: 0 };
  const own = reference.place.start - start;
  const from = Math.max(0, item.place.start - start);
  const at = text[own] === "#" ? own : text.indexOf(`#${reference.numbers[0]}`, from);
  const behind = text
    .slice(at)
    .slice(0, longestLook)
    .replace(/^#\d+(?:\s?[-–—]\s?#?\d+)?/, "");
  const [piece = ""] = plain(behind).split("|");
  if (isReserved(item)) return null;
  const name = (piece.replace(separator, "").split(end)[0] ?? "").split(/,\s*#\d/)[0] ?? "";
  const words = wordsOf(name.replace(/#\d+/g, " "));
  return words.length > longestName || sentence.test(name) ? null : words;
}

/** Without links, code marks, emphasis, brackets, boxes and signs. */
function plain(text: string): string {
  return text
    .replace(/\]\([^()]*\)/g, "]")
    .replace(/\[[ xX]\]/g, " ")
    .replace(/\([^()]*\)/g, " ")
    .replace(/[[\]*_`~]+/g, "")
    .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, " ");
}

/** A single word is too little to tell two names from each other. */
function isOneName(one: Naming, other: Naming): boolean {
  if (!one || !other) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const shared = short.filter((word) => long.some((candidate) => isSameWord(word, candidate)));
  return short.length < 2 || shared.length * 2 >= short.length;
}
