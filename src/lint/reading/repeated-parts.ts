// Parts next to each other that have the same label and an issue in common.

import { onceInARow } from "./once-per.ts";
import type { Outline } from "./outline.ts";
import { numbersOf, type Part } from "./parts.ts";

/** For each part of the document, the labels that are more than once in it, with all parts of each. */
export const repeatedParts = onceInARow(({ parts }: Outline) => parts.map(repeatedIn));

function repeatedIn(parent: Part): readonly (readonly Part[])[] {
  if (new Set(parent.parts.map(({ key }) => key)).size === parent.parts.length) return [];
  const labelled = parent.parts.filter(
    ({ key, label, source }) => /\p{L}/u.test(key) && !isRow(source) && !isOfIssue(label),
  );
  const nameOf = ({ key, level, source }: Part) => `${level} ${inSeries.exec(source)?.[0]} ${key}`;
  return [...Map.groupBy(labelled, nameOf).values()].filter(
    ([first, ...rest]) => first && rest.length > 0 && isOnePart(first, rest),
  );
}

/** Sprints 2 and 3 are two, though both go on with the same. */
const inSeries = /\b(?:milestone|phase|sprint|stage|step|week|part|epic)\s+\d+(?:\.\d+)*/i;

/** "**Ticket #4:** two weeks" and "**Ticket #4:** tests added" tell of one issue, and are no copies. */
function isOfIssue(label: string): boolean {
  return /#\d/.test(label);
}

function isRow(source: string): boolean {
  return /^\s*\|/.test(source);
}

/** Two with counts are about one thing even where their lists have nothing in common. */
function isOnePart(first: Part, rest: readonly Part[]): boolean {
  const numbers = numbersOf(first.allMentions);
  return rest.some((part) => {
    const isCounted = first.counts.length > 0 && part.counts.length > 0 && numbers.size > 0;
    return isCounted || part.allMentions.some(({ number }) => numbers.has(number));
  });
}
