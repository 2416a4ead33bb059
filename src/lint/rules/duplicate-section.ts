// A run of parts that stands in the document a second time.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { repeatedParts } from "../reading/repeated-parts.ts";
import type { Rule } from "../rule.ts";

export const duplicateSection: Rule = {
  id: "duplicate-section",
  severity: "warning",
  meaning: "Several parts of a chapter stand in it twice: one of the copies is stale.",
  example:
    "## Work\n\n**Parser:** #4, #5\n\n**Printer:** #6\n\n**Parser:** #4\n\n**Printer:** #6\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    return repeatedParts(outlineOf(subject)).flatMap((repeated) => {
      if (repeated.length < 2) return [];
      const first = repeated.map(([one]) => one?.line ?? 0);
      const later = repeated.flatMap(([, ...rest]) => rest.map(({ line }) => line));
      return [
        contradiction(
          [...first, ...later],
          `The parts on ${lineWords(first)} stand a second time on ${lineWords(later)}. Keep the copy that is right.`,
          [`first copy (${lineWords(first)})`, `second copy (${lineWords(later)})`],
          Math.min(...later),
        ),
      ];
    });
  },
};
