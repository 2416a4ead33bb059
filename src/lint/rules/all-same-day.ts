// Parts of a plan that all began and ended on one day: hardly what happened.

import { findField } from "../reading/chapters.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const fewest = 5;
const day = /\d{4}-\d{2}-\d{2}/;

export const allSameDay: Rule = {
  id: "all-same-day",
  severity: "info",
  meaning: `${fewest} or more parts of a plan all began and ended on the same day, which was probably filled in later.`,
  example: [1, 2, 3, 4, 5]
    .map((n) => `### Phase ${n}\n- **Started**: 2026-01-05\n- **Completed**: 2026-01-05\n`)
    .join("\n"),
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const dated = outlineOf(subject).chapters.flatMap((chapter) => {
      const start = findField(chapter, /^start(?:ed)?(?: date)?$/i);
      const end = findField(
        chapter,
        /^(?:actual )?(?:completed|completion|finished|end)(?: date)?$/i,
      );
      const days = [start, end].map((field) => day.exec(field?.value ?? "")?.[0]);
      const isTimed = [start, end].some((field) => /\d:\d\d/.test(field?.value ?? ""));
      return end && !isTimed && days[0] !== undefined
        ? [{ line: end.line, start: days[0], end: days[1] }]
        : [];
    });
    const first = dated[0];
    const isOneDay = dated.every(({ start, end }) => start === first?.start && end === start);
    if (!first || dated.length < fewest || !isOneDay) return [];
    const lines = dated.map(({ line }) => line);
    return [
      contradiction(
        lines,
        `All ${dated.length} parts began and ended on ${first.start}. Put in the days on which it happened.`,
        [`${dated.length} parts`, `one day, ${first.start}`],
      ),
    ];
  },
};
