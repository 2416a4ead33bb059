// Whether figures count something. "Step 2/5" is the second of five, "Form 8/11" a name, and "Block 10 tasks" are
// those of a block.

import type { CountClaim } from "../../claims/document-claims.ts";

/** What may stand right before a count, but for signs. */
const leadIn =
  /(?:^|[^\p{L}\p{N}\s])\s*$|\b(?:complete|completed|completion|done|progress|total|closed|finished|shipped|passed|passing|status|tasks|issues|items|tickets|all|open|remaining|left|the|has|have|with|of|is|are)\s+$/iu;
const ordinal =
  /\b(?:milestone|phase|sprint|stage|step|week|part|epic|day|session|priority|batch|wave|round|level|tier|pr|iteration|option|chapter|section|block|(?:week|month|as) of|score|rating|confidence|quality|health|grade)\b\P{L}{0,4}$/iu;

/** @param source The line that it stands in. */
export function isQuantity({ done, total, unit }: CountClaim, source: string): boolean {
  const figures =
    done === null ? `\\b${total}\\s+(?:open |closed |remaining )?${unit}` : `${done}/${total}`;
  const column = source.search(new RegExp(`(?<!\\d)${figures}(?!\\d)`));
  // "01/08" is a day.
  if (done !== null && column < 0) return false;
  const before = source.slice(0, column);
  const isOne = done === null && total !== 1 && !/s$/i.test(unit ?? "");
  return !isOne && leadIn.test(before) && !ordinal.test(before);
}
