// A part of a plan whose issues have all gone elsewhere.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { dissolvedParts } from "../reading/placements.ts";
import type { Rule } from "../rule.ts";

export const staleSection: Rule = {
  id: "stale-section",
  severity: "warning",
  meaning:
    "Every issue of a part is done elsewhere or moved to other milestones: the part is left over.",
  example:
    "## Polish (0/2)\n- [ ] #4 Colours\n- [ ] #5 Fonts\n\n**Moved to M3:** #4 Colours\n\n**Moved to M5:** #5 Fonts\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    return [...dissolvedParts(outlineOf(subject).placements)].map((part) => {
      const members = part.mentions.map(({ line }) => line);
      return contradiction(
        [part.line, ...members],
        `None of the issues of “${part.label}” (line ${part.line}) is left in it: all are moved or done elsewhere. Take the part out.`,
        [
          `${part.label} lists open issues (${lineWords(members)})`,
          "each of them is elsewhere by now",
        ],
      );
    });
  },
};
