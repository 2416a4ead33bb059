// A percentage that is not that of the count beside it.

import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

/** Of anything else the percentage may be finer than the count, or weighed. */
const unit = String.raw`(?:\s+(?:issues?|items?|tasks?|tickets?|points?|tests?|done|complete|completed|closed)){0,2}`;
const ahead = new RegExp(
  String.raw`(?<![\w/.,-])(\d{1,5})\/(\d{1,5})(?![\w/.]*\d)${unit}\s*(?:\(|=|[:–—-]\s)\s*~?(\d{1,3}(?:\.\d+)?)\s?%(?=\s*(?:\)|$|[|,;*✅]))`,
  "giu",
);
const behind = new RegExp(
  String.raw`(?<![\w.,–-])(\d{1,3}(?:\.\d+)?)\s?%\s*(?:complete|completed|done)?\s*\((\d{1,5})\/(\d{1,5})${unit}\s*\)`,
  "giu",
);

export const arithmetic: Rule = {
  id: "arithmetic",
  severity: "info",
  meaning: "A percentage is not that of the count that it stands beside.",
  example: "**Progress:** 6/20 (40%)\n",
  offline: true,
  fixes: false,
  check(subject) {
    const shares = outlineOf(subject).lines.filter(({ text }) => text.includes("%"));
    return shares.flatMap(({ line, text }) => {
      const pairs = [
        ...Array.from(text.matchAll(ahead))
          .filter(({ index }) => !isSecond(text.slice(0, index)))
          .map(([, done, total, percent]) => [done, total, percent]),
        ...Array.from(text.matchAll(behind))
          .filter(({ index, 0: { length } }) => isField(text, index, index + length))
          .map(([, percent, done, total]) => [done, total, percent]),
      ].map((figures) => figures.map(Number));
      return pairs.flatMap(([done = 0, total = 0, percent = 0]) => {
        const actual = (done * 100) / total;
        const isNoneLeft = done === 0 && percent === 100;
        if (total === 0 || done > total || isNoneLeft || isRounded(actual, percent)) return [];
        return [
          contradiction(
            [line],
            `${done}/${total} on line ${line} is ${Math.round(actual)}%, not ${percent}%. Mend the one that is wrong.`,
            [`${percent}% (line ${line})`, `${done}/${total} = ${Math.round(actual)}%`],
          ),
        ];
      });
    });
  },
};

/** As people round: 31/35 is "90%". */
function isRounded(actual: number, percent: number): boolean {
  return Math.abs(actual - percent) <= (percent % 5 === 0 ? 1.5 : 1);
}

/** "**Completion:** 78% (39/50)" and no more: elsewhere a share weighs, or is of something else. */
function isField(text: string, start: number, end: number): boolean {
  const isNamed = /(?:^|[^\p{L}])(?:completion|progress|overall|status|done|complete)\W*$/iu.test(
    text.slice(0, start),
  );
  return isNamed && /^[\s*_✅.]*(?:$|\|)/u.test(text.slice(end));
}

/** In "4/17 found, 3/3 rejected (35%)" the percentage is that of both. */
function isSecond(before: string): boolean {
  return /\d\/\d[^|.;]*,[^|.;]*$/.test(before);
}
