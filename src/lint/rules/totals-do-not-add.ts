// Sums that are not the sum of their parts: of a breakdown, of a table, and within a bracket.

import { bracketSums } from "../reading/bracket-sums.ts";
import { breakdownSums } from "../reading/breakdown-sums.ts";
import { outlineOf } from "../reading/outline.ts";
import { tableSums } from "../reading/table-sums.ts";
import type { Rule } from "../rule.ts";

export const totalsDoNotAdd: Rule = {
  id: "totals-do-not-add",
  severity: "error",
  meaning: "A total is not the sum of the figures that it is made of.",
  example: "| Part | Issues |\n|---|---|\n| Parser | 4 |\n| Printer | 3 |\n| **Total** | 8 |\n",
  offline: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    return [...breakdownSums(outline), ...tableSums(outline), ...bracketSums(outline)];
  },
};
