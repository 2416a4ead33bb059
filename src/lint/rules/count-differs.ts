// A count that is not the one that GitHub gives for what it counts.

import type { Plan } from "../../domain/plan.ts";
import { contradiction, inWords } from "../reading/contradiction.ts";
import { type CorrectedLine, countsOnGithub } from "../reading/counts-on-github.ts";
import { isClosed } from "../reading/issue-on-github.ts";
import { outlineOf } from "../reading/outline.ts";
import { ownTextOf } from "../reading/own-text.ts";
import { numbersOf, type Part } from "../reading/parts.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const countDiffers: Rule = {
  id: "count-differs",
  severity: "error",
  meaning:
    "A count of a milestone, of one of its groups or of the issues listed under it is another one on GitHub.",
  example: "## Parser (1/1)\n- [x] #1 An issue that is open on GitHub\n",
  offline: false,
  fixes: false,
  check(subject) {
    const { plan } = subject;
    if (!plan) return [];
    const corrected = countsOnGithub(subject, plan);
    const lines = new Set(corrected.map(({ line }) => line));
    const { isOwn } = ownTextOf(subject);
    const others = outlineOf(subject)
      .parts.filter(({ line }) => !lines.has(line))
      .filter((part) => part.counts.every(({ place }) => isOwn(place)));
    return [...corrected.map(describe), ...others.flatMap((part) => findDifference(part, plan))];
  },
};

function describe({ line, said, actual }: CorrectedLine): LintFinding {
  const wanted = inWords(actual);
  return contradiction(
    [line],
    `Line ${line} says ${inWords(said)}, and on GitHub it is ${wanted}. Write ${wanted}.`,
    [`${inWords(said)} (line ${line})`, `${wanted} on GitHub`],
  );
}

/** Where a count is about no milestone and no group, all that is listed under it is what it counts. */
function findDifference(part: Part, plan: Plan): readonly LintFinding[] {
  const count = part.headCount;
  if (!count || count.done === null || isOfReadiness(count.unit)) return [];
  const numbers = [...numbersOf(part.allMentions)];
  const items = numbers.flatMap((number) => plan.items.get(number) ?? []);
  const isWhole = items.length === count.total && numbers.length === items.length;
  const closed = items.filter(isClosed).length;
  if (!isWhole || closed === count.done) return [];
  return [
    describe({
      line: part.line,
      said: [`${count.done}/${count.total}`],
      actual: [`${closed}/${count.total}`],
    }),
  ];
}

/** "0/5 ready" may count what is closed or what can be begun. */
function isOfReadiness(unit: string | null): boolean {
  return /^(?:ready|open|blocked)$/i.test(unit ?? "");
}
