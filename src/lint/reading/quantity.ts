// Whether figures count something. "Step 2/5" is the second of five, "Form 8/11" a name, and "Block 10 tasks" are
// those of a block.

import type { CountClaim } from "../../claims/document-claims.ts";

/** What may stand right before a count, but for signs. */
const leadIn =
  /(?:^|[^\p{L}\p{N}\s])\s*$|\b(?:complete|completed|completion|done|progress|total|closed|finished|shipped|passed|passing|status|tasks|issues|items|tickets|all|open|remaining|left|the|has|have|with|of|is|are)\s+$/iu;
const ordinal =
  /\b(?:milestone|phase|sprint|stage|step|week|part|epic|day|session|priority|batch|wave|round|level|tier|pr|iteration|option|chapter|section|block|(?:week|month|as) of|score|rating|confidence|quality|health|grade)\b\P{L}{0,4}$/iu;

/** What stands further ahead says nothing of the count. */
const longest = 100;

/** "01/08" is a day, and so is "05/10" in front of all words; "(05/10)" behind some is a count. */
function isDay(figures: string, before: string): boolean {
  return (
    /\/0\d/.test(figures) ||
    (/^0\d\//.test(figures) && !(/\p{L}/u.test(before) && /[([]\s*$/.test(before)))
  );
}

/**
 * @param source The line that it stands in.
 * @param start Where the line begins in the document, in UTF-16 units.
 */
export function isQuantity(
  { place, done, total, unit }: CountClaim,
  source: string,
  start: number,
): boolean {
  const column = place.start - start;
  const before = source.slice(Math.max(0, column - longest), column);
  const figures = source.slice(column, place.end - start);
  if (done !== null && isDay(figures, before)) return false;
  const isOne = done === null && total !== 1 && !/s$/i.test(unit ?? "");
  return !isOne && leadIn.test(before) && !ordinal.test(before);
}
