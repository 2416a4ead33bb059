// Numbers that are the document's own: a "#1, #2, #3" that begins anew in each of its lists names no issues.

import { oncePer } from "./once-per.ts";
import { numbersOf, type Part, withinPart } from "./parts.ts";

/** Of all lists that count from #1, where the document has several: their numbers. */
export const ownNumbers = oncePer((root: Part): ReadonlySet<number> => {
  const counted = withinPart(root).flatMap(({ mentions }) => {
    const numbers = [...numbersOf(mentions)];
    const isCounted = numbers.length > 1 && numbers.every((number, index) => number === index + 1);
    return isCounted ? [numbers] : [];
  });
  return new Set(counted.length > 1 ? counted.flat() : []);
});
