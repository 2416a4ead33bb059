// One issue or milestone under names that have hardly a word in common.

import { contradiction } from "../reading/contradiction.ts";
import { type IssueName, repeatedTitles } from "../reading/issue-names.ts";
import { milestonesNamedTwice, type NamedTwice } from "../reading/milestone-names.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import { isSameWord, nameKey, plainWords, sharedWords, wordsOf } from "../reading/words.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const titleDrift: Rule = {
  id: "title-drift",
  severity: "info",
  meaning: "An issue or a milestone has two names that do not mean the same.",
  example: "- #4 Rounded corners of windows\n\n## Later\n- [ ] #4 Dark windows at night\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    return [...issueDrift(outline), ...milestoneDrift(outline)];
  },
};

/** Each is held against each other one: who lists an issue thousands of times must not keep a server busy. */
const mostNames = 40;

function issueDrift(outline: Outline): readonly LintFinding[] {
  const named = repeatedTitles(outline).filter(({ number }) => !outline.own.has(number));
  const names = Map.groupBy(named, ({ number }) => number);
  return [...names].flatMap(([number, group]) => {
    const pair = findPair(group);
    if (!pair) return [];
    const claims = pair.map(({ name, line }) => `${name} (line ${line})`);
    return [
      contradiction(
        pair.map(({ line }) => line),
        `#${number} has two names, on line ${pair[0].line} and on line ${pair[1].line}, that differ in meaning. Use the title that it has on GitHub.`,
        claims,
      ),
    ];
  });
}

function findPair(group: readonly IssueName[]): readonly [IssueName, IssueName] | null {
  const distinct = [...Map.groupBy(group, ({ name }) => name).values()].flatMap(
    ([one]) => one ?? [],
  );
  const compared = distinct.slice(0, mostNames);
  for (const [index, one] of compared.entries()) {
    const other = compared.slice(index + 1).find(({ name }) => isOther(one.name, name));
    if (other) return [one, other];
  }
  return null;
}

/**
 * Less than half of the shorter name is in the longer one. A single word is too little to tell, and names with no
 * word in common are mostly those of two things: some documents number their own lists with "#".
 */
function isOther(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].toSorted(
    (a, b) => a.length - b.length,
  );
  const shared = sharedWords(short, long);
  return short.length > 1 && shared > 0 && shared * 2 < short.length;
}

function milestoneDrift(outline: Outline): readonly LintFinding[] {
  const named = milestonesNamedTwice(outline);
  const others = named.filter(hasOtherWords);
  // Where few rows have the title of their heading, the table names things in its own way.
  if (others.length * 3 > named.length) return [];
  return others
    .filter(hasOtherMeaning)
    .map(({ row, rowTitle, chapter }) =>
      contradiction(
        [row, chapter.line],
        `The milestone on line ${row} has another title on line ${chapter.line}. Use the title that it has on GitHub in both.`,
        [`${rowTitle} (line ${row})`, `${chapter.title} (line ${chapter.line})`],
      ),
    );
}

function hasOtherWords({ rowTitle, chapter }: NamedTwice): boolean {
  if (isInBrackets(rowTitle, chapter.title) || isInBrackets(chapter.source, rowTitle)) return false;
  const [row, heading] = [wordsOf(plainWords(rowTitle)), wordsOf(chapter.title)];
  return !(hasAll(heading, row) && hasAll(row, heading));
}

/** "Move of data (CSV import)" has both names. */
function isInBrackets(title: string, other: string): boolean {
  const key = nameKey(other);
  const inner = title.match(/(?<=\()[^()]*(?=\))/g) ?? [];
  return key !== "" && inner.some((words) => nameKey(words) === key);
}

/** They share hardly a word, or one names a thing more: "Store" and "Store and cache". */
function hasOtherMeaning({ rowTitle, chapter }: NamedTwice): boolean {
  const title = plainWords(rowTitle);
  const [row, heading] = [wordsOf(title), wordsOf(chapter.title)];
  const isOneMore = thingsIn(title) !== thingsIn(chapter.title);
  return isOneMore || sharedWords(row, heading) * 2 < Math.min(row.length, heading.length);
}

function thingsIn(title: string): number {
  return title.split(/\s+and\s+|\s*[&+,/]\s*/i).length;
}

function hasAll(words: readonly string[], some: readonly string[]): boolean {
  return some.every((word) => words.some((other) => isSameWord(word, other)));
}
