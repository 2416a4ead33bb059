// An issue that is open in two parts of one series, such as two phases.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { ofOneIssue } from "../reading/one-issue.ts";
import { outlineOf } from "../reading/outline.ts";
import { listedTwice } from "../reading/placements.ts";
import type { Rule } from "../rule.ts";

export const issueListedTwice: Rule = {
  id: "issue-listed-twice",
  severity: "error",
  meaning: "An issue is open work of two phases, and so counted twice.",
  example: "## Phase 1\n- [ ] #4 Parser\n\n## Phase 2\n- [ ] #4 Parser\n- [ ] #5 Printer\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    return outline.placements
      .filter(({ done }) => done.length === 0)
      .flatMap((placement) => {
        const mentions = listedTwice(placement);
        if (mentions.length === 0) return [];
        if (ofOneIssue(outline, mentions.slice(0, 1), mentions.slice(1))[0].length === 0) return [];
        const moved = [...placement.moved.values()].flat();
        const lines = mentions.map(({ line }) => line);
        const also =
          moved.length > 0 ? `, and moved away on ${lineWords(moved.map(({ line }) => line))}` : "";
        return [
          contradiction(
            [...lines, ...moved.map(({ line }) => line)],
            `#${placement.number} is open in more than one part (${lineWords(lines)})${also}. Keep it in one place.`,
            mentions.map(({ line, part }) => `in “${part.label}” (line ${line})`),
            Math.min(...lines),
          ),
        ];
      });
  },
};
