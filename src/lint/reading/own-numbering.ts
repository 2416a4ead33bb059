// Numbers that are the document's own: a "#1, #2, #3" that begins anew in each of its lists and each time names
// something else, or the rows of a table that cite each other. In a young repository, whose first issues are listed
// more than once, the names stay the same.

import type { DocumentLine } from "./document-lines.ts";
import { readIssueNames } from "./issue-names.ts";
import { type Mention, numbersOf, type Part } from "./parts.ts";
import { findColumn, type ReadTable } from "./tables.ts";
import { sharedWords, wordsOf } from "./words.ts";

interface Numbered {
  readonly parts: readonly Part[];
  readonly lines: readonly DocumentLine[];
  readonly tables: readonly ReadTable[];
}

export function ownNumbers(
  { parts, lines, tables }: Numbered,
  isIssue: (number: number) => boolean,
): ReadonlySet<number> {
  const numbers = [...ofLists(parts, lines), ...tables.flatMap(ofRows)];
  return new Set(numbers.filter((number) => !isIssue(number)));
}

/** Of all lists that count from #1, where most of what several of them name is not the same in each. */
function ofLists(parts: readonly Part[], lines: readonly DocumentLine[]): readonly number[] {
  const lists = parts.map(({ mentions }) => mentions).filter(isCounted);
  if (lists.length < 2) return [];
  const mentions = lists.flat();
  const names = Map.groupBy(readIssueNames({ mentions, lines }), ({ number }) => number);
  const shared = [...names.values()]
    .map((group) => group.map(({ name }) => wordsOf(name)))
    .filter((group) => group.length > 1);
  const other = shared.filter(isOfTwoThings);
  if (other.length === 0 || other.length * 2 < shared.length) return [];
  return [...numbersOf(mentions)];
}

/** Rows numbered 1, 2, 3, of which some cite others as "#1", and none what is in no row. */
function ofRows(table: ReadTable): readonly number[] {
  const column = findColumn(table, /^#$/);
  if (column < 0) return [];
  const numbers = table.rows.map(({ cells }) => numberOf(cells[column] ?? ""));
  const cited = table.rows.flatMap(({ cells }) =>
    Array.from(cells.join(" ").matchAll(/#(\d+)\b/g), ([, number]) => Number(number)),
  );
  const isSeries = numbers.every((number, index) => number === index + 1);
  const isClosed = cited.length > 0 && cited.every((number) => number <= numbers.length);
  return isSeries && isClosed ? numbers : [];
}

/** "1" or "**1**"; what else stands there is no number. */
function numberOf(cell: string): number {
  return Number(/^(?:\*\*)?(\d{1,4})(?:\*\*)?$/.exec(cell)?.[1] ?? Number.NaN);
}

function isCounted(mentions: readonly Mention[]): boolean {
  const numbers = [...numbersOf(mentions)];
  return numbers.length > 1 && numbers.every((number, index) => number === index + 1);
}

function isOfTwoThings([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  return rest.some((name) => sharedWords(first, name) === 0);
}
