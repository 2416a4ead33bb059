// Issues that are counted in two sums that should not overlap.

import { contradiction, issueWords, lineWords } from "../reading/contradiction.ts";
import { isSameLabel, labelKey } from "../reading/labels.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import { type Mention, numbersOf } from "../reading/parts.ts";
import { breakdownEntries, breakdowns } from "../reading/same-subject.ts";
import { findDoneList, findOpenLists } from "../reading/whole-lists.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const doubleCount: Rule = {
  id: "double-count",
  severity: "error",
  meaning:
    "An issue counts as done and as remaining of the same whole, or in two parts of a breakdown.",
  example: "**Complete (3/5):** #4, #5, #6\n\n**Remaining:** 2 issues\n\n- #6, #7, #8\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    return [...doneAndRemaining(outline), ...inTwoParts(outline)];
  },
};

function doneAndRemaining(outline: Outline): readonly LintFinding[] {
  const list = findDoneList(outline);
  if (!list) return [];
  const done = numbersOf(list.mentions);
  return findOpenLists(outline).flatMap((open) => {
    const shared = open.mentions.filter(({ number }) => done.has(number));
    if (shared.length === 0 || (list.count.done ?? 0) + open.count.total !== list.count.total)
      return [];
    const lines = shared.map(({ line }) => line);
    const distinct = list.count.total - numbersOf(shared).size;
    return [
      contradiction(
        [list.part.line, ...lines],
        `${issueWords(shared.map(({ number }) => number))}: counted as done (line ${list.part.line}) and as remaining (${lineWords(lines)}), so ${list.count.total} issues are at most ${distinct}. Count each once.`,
        [
          `${list.count.done} done (line ${list.part.line})`,
          `${open.count.total} remaining (line ${open.part.line})`,
        ],
      ),
    ];
  });
}

/** An entry of the breakdown names an issue that another part counts as its own. */
function inTwoParts(outline: Outline): readonly LintFinding[] {
  return breakdowns(outline).flatMap((breakdown) =>
    breakdown.allMentions.flatMap((mention) => {
      const key = labelKey(outline.lines[mention.line - 1]?.text ?? "");
      const isEntry = breakdownEntries(breakdown, outline).some((one) => one.line === mention.line);
      const other = isEntry ? otherCounted(outline, mention, key) : undefined;
      if (!other) return [];
      return [
        contradiction(
          [mention.line, other.line],
          `#${mention.number} is counted in “${other.part.label}” (line ${other.line}) and in another part of the breakdown (line ${mention.line}). Count it in one of them.`,
          [
            `counted in ${other.part.label} (line ${other.line})`,
            `counted again (line ${mention.line})`,
          ],
        ),
      ];
    }),
  );
}

function otherCounted({ parts }: Outline, { number }: Mention, key: string): Mention | undefined {
  const complete = parts.filter((part) => {
    const { done = null, total = 0 } = part.headCount ?? {};
    return done === total && total > 0 && part.key !== "" && !isSameLabel(part.key, key);
  });
  return complete.flatMap((part) => part.allMentions).find((mention) => mention.number === number);
}
