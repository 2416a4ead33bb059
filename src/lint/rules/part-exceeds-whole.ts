// Parts that together have more done than the whole plan.

import { contradiction, inWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Part } from "../reading/parts.ts";
import type { Rule } from "../rule.ts";

export const partExceedsWhole: Rule = {
  id: "part-exceeds-whole",
  severity: "error",
  meaning: "The parts of a chapter have more issues done than the whole plan.",
  example:
    "**Status:** 5/9\n\n## Work\n\n**Parser:** COMPLETE (4/4)\n\n- #4, #5, #6, #7\n\n**Printer:** COMPLETE (2/2)\n\n- #8, #9\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const { parts, status } = outlineOf(subject);
    const whole = status?.count;
    if (!whole) return [];
    return parts.flatMap((parent) => {
      const counted = distinctParts(parent);
      const sum = counted.reduce((total, { done }) => total + done, 0);
      if (sum <= whole.done) return [];
      const figures = counted.map(({ done, part }) => `${done} in “${part.label}”`);
      return [
        contradiction(
          [status.line, ...counted.map(({ part }) => part.line)],
          `${inWords(figures)} are ${sum} done, more than the ${whole.done} of the whole plan (line ${status.line}). Count again.`,
          [`${whole.done} done in all (line ${status.line})`, `${sum} done in its parts`],
          counted[0]?.part.line,
        ),
      ];
    });
  },
};

/** A second copy of a part is none of its own. */
function distinctParts(parent: Part): readonly { part: Part; done: number }[] {
  const first = new Map<string, { part: Part; done: number }>();
  for (const part of parent.parts) {
    const done = part.headCount?.done ?? 0;
    if (done > 0 && part.allMentions.length > 0 && part.key !== "" && !first.has(part.key))
      first.set(part.key, { part, done });
  }
  return [...first.values()];
}
