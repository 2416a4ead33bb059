// Issues that are done in some part, but not in the list of all that is done.

import { contradiction, issueWords, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { numbersOf } from "../reading/parts.ts";
import type { Placement } from "../reading/placements.ts";
import { findDoneList } from "../reading/whole-lists.ts";
import type { Rule } from "../rule.ts";

export const missingFromList: Rule = {
  id: "missing-from-list",
  severity: "warning",
  meaning: "An issue is done in its part, but the list of all that is done lacks it.",
  example: "## Parser\n- [x] #4 Tokens\n- [x] #5 Tree\n\n**Complete (3/9):** #5, #6, #7\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const list = findDoneList(outline);
    if (!list) return [];
    const listed = numbersOf(list.mentions);
    const missing = outline.placements.filter(
      ({ number, here, done, moved }) =>
        done.length > 0 && here.length === 0 && moved.size === 0 && !listed.has(number),
    );
    return sameLines(missing).map((group) => {
      const lines = group.flatMap(({ done }) => done.map(({ line }) => line));
      const issues = issueWords(group.map(({ number }) => number));
      return contradiction(
        [...lines, list.part.line],
        `${issues}: done on ${lineWords(lines)}, but not in the list of all that is done (line ${list.part.line}). Add what is missing there.`,
        [`done (${lineWords(lines)})`, `not listed (line ${list.part.line})`],
      );
    });
  },
};

/** Issues that share a line are one finding. */
function sameLines(placements: readonly Placement[]): readonly (readonly Placement[])[] {
  const groups: Placement[][] = [];
  for (const placement of placements) {
    const lines = new Set(placement.done.map(({ line }) => line));
    const touching = groups.filter((group) =>
      group.some(({ done }) => done.some(({ line }) => lines.has(line))),
    );
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), placement]);
  }
  return groups;
}
