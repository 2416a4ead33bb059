// Numbers that are the document's own: a "#1, #2, #3" that begins anew in each of its lists and each time names
// something else. In a young repository, whose first issues are listed more than once, the names stay the same.

import type { DocumentLine } from "./document-lines.ts";
import { readIssueNames } from "./issue-names.ts";
import { type Mention, numbersOf, type Part } from "./parts.ts";
import { sharedWords, wordsOf } from "./words.ts";

/** Of all lists that count from #1, where most of what several of them name is not the same in each. */
export function ownNumbers(
  parts: readonly Part[],
  lines: readonly DocumentLine[],
  isIssue: (number: number) => boolean,
): ReadonlySet<number> {
  const lists = parts.map(({ mentions }) => mentions).filter(isCounted);
  if (lists.length < 2) return new Set();
  const mentions = lists.flat();
  const names = Map.groupBy(readIssueNames({ mentions, lines }), ({ number }) => number);
  const shared = [...names.values()]
    .map((group) => group.map(({ name }) => wordsOf(name)))
    .filter((group) => group.length > 1);
  const other = shared.filter(isOfTwoThings);
  if (other.length === 0 || other.length * 2 < shared.length) return new Set();
  return new Set([...numbersOf(mentions)].filter((number) => !isIssue(number)));
}

function isCounted(mentions: readonly Mention[]): boolean {
  const numbers = [...numbersOf(mentions)];
  return numbers.length > 1 && numbers.every((number, index) => number === index + 1);
}

function isOfTwoThings([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  return rest.some((name) => sharedWords(first, name) === 0);
}
