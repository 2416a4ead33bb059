// Issues in the list of all that is done that stand in no part of the plan.

import { contradiction, issueWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { numbersOf } from "../reading/parts.ts";
import { findDoneList } from "../reading/whole-lists.ts";
import type { Rule } from "../rule.ts";

export const unclustered: Rule = {
  id: "unclustered",
  severity: "warning",
  meaning: "Most of what is done belongs to a part of the plan, and a few issues to none.",
  example:
    "**Complete (4/9):** #4, #5, #6, #7\n\n## Parser\n- [x] #4 Tokens\n- [x] #5 Tree\n- [x] #6 Errors\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const list = findDoneList(outline);
    if (!list) return [];
    const elsewhere = numbersOf(outline.mentions.filter(({ part }) => part !== list.part));
    const listed = [...numbersOf(list.mentions)];
    const alone = listed.filter((number) => !elsewhere.has(number));
    if (alone.length === 0 || alone.length * 2 > listed.length) return [];
    return [
      contradiction(
        [list.part.line],
        `${alone.length} of the ${listed.length} issues in the list on line ${list.part.line} are in no part of the plan: ${issueWords(alone)}. List each where it belongs, or in a part for the rest.`,
        [`done (line ${list.part.line})`, "in no part"],
      ),
    ];
  },
};
