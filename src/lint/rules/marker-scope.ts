// What blocks a milestone: one issue in one place, several in another.

import { contradiction, inWords, issueWords } from "../reading/contradiction.ts";
import { readBlockers } from "../reading/milestone-blockers.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

export const markerScope: Rule = {
  id: "marker-scope",
  severity: "warning",
  meaning: "Several lines say what a milestone waits for, and name different issues.",
  example: "- #4 Tokens, #5 Tree **[BLOCKS M3]**\n- #5 Tree ← **BLOCKS M3**\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const groups = Map.groupBy(readBlockers(outlineOf(subject)), ({ milestone }) => milestone);
    return [...groups].flatMap(([milestone, blockers]) => {
      const sets = new Set(blockers.map(({ numbers }) => numbers.join()));
      if (sets.size < 2) return [];
      const claims = blockers.map(({ numbers, line }) => `${issueWords(numbers)} (line ${line})`);
      return [
        contradiction(
          blockers.map(({ line }) => line),
          `${milestone} waits for different issues: ${inWords(claims)}. Say once what it needs.`,
          claims,
        ),
      ];
    });
  },
};
