// Entries that share a number and no word of their names: they are two things, whatever is said of each.

import { type IssueName, readIssueNames } from "./issue-names.ts";
import type { Outline } from "./outline.ts";
import type { Mention } from "./parts.ts";
import { sharedWords, wordsOf } from "./words.ts";

/** Whether no name of the issue on the ones lines has a word in common with one on the others. */
export function areTwoThings(
  outline: Outline,
  ones: readonly Mention[],
  others: readonly Mention[],
): boolean {
  const names = namesByLine(outline);
  const [first = [], second = []] = [ones, others].map((mentions) =>
    mentions.map(({ number, line }) => names.get(`${number} ${line}`) ?? null),
  );
  return (
    first.length * second.length > 0 &&
    first.every((one) =>
      second.every((other) => one !== null && other !== null && differ(one, other)),
    )
  );
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 1 && other.length > 1 && sharedWords(one, other) === 0;
}

const known = new WeakMap<Outline, ReadonlyMap<string, readonly string[]>>();

function namesByLine(outline: Outline): ReadonlyMap<string, readonly string[]> {
  const names = known.get(outline) ?? new Map(readIssueNames(outline).map(toEntry));
  known.set(outline, names);
  return names;
}

function toEntry({ number, line, name }: IssueName) {
  return [`${number} ${line}`, wordsOf(name)] as const;
}
