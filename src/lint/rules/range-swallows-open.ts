// A range in a list of what is done that takes in issues that are open.

import { contradiction, issueWords } from "../reading/contradiction.ts";
import { isClosed } from "../reading/issue-on-github.ts";
import { ownMentions } from "../reading/own-text.ts";
import type { Rule } from "../rule.ts";

export const rangeSwallowsOpen: Rule = {
  id: "range-swallows-open",
  severity: "error",
  meaning:
    "A range of issues is done in the document, and some issues within it are open on GitHub.",
  example: "**Complete:** #1-3 ✅\n",
  offline: false,
  fixes: false,
  check(subject) {
    const { plan } = subject;
    if (!plan) return [];
    const ranged = ownMentions(subject).filter(
      ({ reference, state }) => reference.range && state === "done",
    );
    return [...Map.groupBy(ranged, ({ reference }) => reference).values()].flatMap((mentions) => {
      const open = mentions.filter(({ number }) => {
        const item = plan.items.get(number);
        return item !== undefined && !isClosed(item);
      });
      const line = mentions[0]?.line ?? 1;
      if (open.length === 0) return [];
      const issues = issueWords(open.map(({ number }) => number));
      const all = mentions.map(({ number }) => number);
      const range = `#${Math.min(...all)}–${Math.max(...all)}`;
      return [
        contradiction(
          [line],
          `The range ${range} on line ${line} is done, but on GitHub ${issues} within it ${open.length === 1 ? "is" : "are"} open. Split the range.`,
          [`${range} done (line ${line})`, `${issues} open on GitHub`],
        ),
      ];
    });
  },
};
