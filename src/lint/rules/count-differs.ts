// A count that is not the one that GitHub gives for the issues listed under it.

import { contradiction } from "../reading/contradiction.ts";
import { headCount } from "../reading/head-count.ts";
import { isClosed } from "../reading/issue-on-github.ts";
import { outlineOf } from "../reading/outline.ts";
import { allMentions, numbersOf } from "../reading/parts.ts";
import type { Rule } from "../rule.ts";

export const countDiffers: Rule = {
  id: "count-differs",
  severity: "error",
  meaning: "The issues listed under a count are closed on GitHub in another number than it says.",
  example: "## Parser (1/1)\n- [x] #1 An issue that is open on GitHub\n",
  offline: false,
  fixes: false,
  check(subject) {
    const { plan } = subject;
    if (!plan) return [];
    return outlineOf(subject).parts.flatMap((part) => {
      const count = headCount(part);
      const numbers = [...numbersOf(allMentions(part))];
      const items = numbers.flatMap((number) => plan.items.get(number) ?? []);
      const isWhole = items.length === count?.total && numbers.length === items.length;
      const closed = items.filter(isClosed).length;
      if (!count || count.done === null || !isWhole || closed === count.done) return [];
      return [
        contradiction(
          [part.line],
          `Line ${part.line} counts ${count.done} of ${count.total} as done, and ${closed} of these issues are closed on GitHub. Write ${closed}/${count.total}.`,
          [
            `${count.done}/${count.total} (line ${part.line})`,
            `${closed}/${count.total} on GitHub`,
          ],
        ),
      ];
    });
  },
};
