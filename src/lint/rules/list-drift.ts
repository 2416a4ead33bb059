// Lists that should be one: what was moved to the same milestone, with different issues.

import { contradiction, inWords, issueWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { type Mention, numbersOf, type Part } from "../reading/parts.ts";
import type { Rule } from "../rule.ts";

export const listDrift: Rule = {
  id: "list-drift",
  severity: "warning",
  meaning: "Two lists of what was moved to the same milestone do not hold the same issues.",
  example: "**Moved to M3:** #4, #5\n\n## Out of scope\n\n**Moved to M3:** #4\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const targets = Map.groupBy(
      outlineOf(subject).mentions.filter((one) => one.target !== null && one.part.time === null),
      ({ target }) => target,
    );
    return [...targets].flatMap(([target, mentions]) => {
      const lists = [...Map.groupBy(mentions, listLine)];
      const sets = lists.map(([line, group]) => ({ line, numbers: numbersOf(group) }));
      const all = new Set(sets.flatMap(({ numbers }) => [...numbers]));
      const short = sets.filter(({ numbers }) => numbers.size < all.size);
      if (short.length === 0) return [];
      const sizes = sets.map(({ line, numbers }) => `${numbers.size} (line ${line})`);
      const missing = short.flatMap(({ numbers }) => [...all].filter((one) => !numbers.has(one)));
      return [
        contradiction(
          sets.map(({ line }) => line),
          `The lists of what was moved to ${target} hold different issues: ${inWords(sizes)}. Not in all of them: ${shorten(missing)}. Keep one list.`,
          sizes,
        ),
      ];
    });
  },
};

/** Where the list begins: with the outermost part that is about the move, or on the line itself. */
function listLine({ part, line }: Mention): number {
  let first: Part | null = null;
  for (let at: Part | null = part; at && at.target !== null; at = at.parent) first = at;
  return first?.line ?? line;
}

function shorten(numbers: readonly number[]): string {
  const shown = [...new Set(numbers)].toSorted((a, b) => a - b);
  return shown.length > 6 ? `${issueWords(shown.slice(0, 5))} and others` : issueWords(shown);
}
