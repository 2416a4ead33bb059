// Approvals that their author gave to himself.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

export const approval: Rule = {
  id: "approval",
  severity: "info",
  meaning: "An approval names nobody but the author.",
  example: "### 2026-02-01 - Cache done\n- **Approval**: Self\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const lines = outlineOf(subject)
      .chapters.flatMap(({ fields }) => fields)
      .filter(({ name, value }) => /^approv(?:al|ed by)$/i.test(name) && /^self\b/i.test(value))
      .map(({ line }) => line);
    if (lines.length === 0) return [];
    return [
      contradiction(
        lines,
        `Approved by the author alone (${lineWords(lines)}). Name who approved it, or leave the field out.`,
        ["approved", "by “Self”"],
      ),
    ];
  },
};
