// Two copies of a part that each agree with themselves and not with each other.

import { contradiction, inWords } from "../reading/contradiction.ts";
import { findMismatch } from "../reading/count-mismatch.ts";
import { outlineOf } from "../reading/outline.ts";
import { repeatedParts } from "../reading/repeated-parts.ts";
import type { Rule } from "../rule.ts";

export const duplicateSectionDisagrees: Rule = {
  id: "duplicate-section-disagrees",
  severity: "error",
  meaning: "Two parts of the same name in one chapter give different counts.",
  example:
    "## Work\n\n**Remaining scope:** 2 issues\n\n- #4, #5\n\n**Remaining scope:** 1 issue\n\n- #6\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    return repeatedParts(outline)
      .flat()
      .flatMap((copies) => {
        const counted = copies.flatMap((part) => {
          const count = part.headCount;
          return count
            ? [{ part, text: `${count.done ?? ""}/${count.total}`.replace(/^\//, "") }]
            : [];
        });
        const isOwnFault = counted.some(({ part }) => findMismatch(part, outline.lines) !== null);
        if (isOwnFault || new Set(counted.map(({ text }) => text)).size < 2) return [];
        const claims = counted.map(({ part, text }) => `${text} (line ${part.line})`);
        return [
          contradiction(
            counted.map(({ part }) => part.line),
            `“${counted[0]?.part.label}” is there more than once, and counts differently: ${inWords(claims)}. Keep one.`,
            claims,
          ),
        ];
      });
  },
};
