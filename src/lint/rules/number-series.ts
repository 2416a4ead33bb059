// Numbered headings that are not in order.

import type { Chapter } from "../reading/chapters.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { compareSeries } from "../reading/series-order.ts";
import type { Rule } from "../rule.ts";

export const numberSeries: Rule = {
  id: "number-series",
  severity: "info",
  meaning: "The numbers of a series of headings do not go up.",
  example: "## Phase 1: A\n\n## Phase 3: C\n\n## Phase 2: B\n\n## Phase 4: D\n",
  offline: true,
  fixes: false,
  check(subject) {
    const { chapters } = outlineOf(subject);
    const series = Map.groupBy(
      chapters.filter(isTitled),
      ({ series, level, parent }) => `${series?.word.toLowerCase()} ${level} ${parent?.line}`,
    );
    return [...series.values()].filter(goesUp).flatMap((group) =>
      group.flatMap((chapter, index) => {
        const previous = group[index - 1];
        if (!previous || compareSeries(previous, chapter) <= 0) return [];
        if (
          isInserted(chapter) ||
          isWhole(chapter, previous) ||
          isSecondRound(chapter, group) ||
          isOfOtherPlan(chapter, group.slice(0, index)) ||
          isPutOff(chapter) ||
          isApart(previous, chapter, chapters)
        )
          return [];
        const names = [previous, chapter].map(({ series }) => `${series?.word} ${series?.number}`);
        return [
          contradiction(
            [previous.line, chapter.line],
            `${names[1]} (line ${chapter.line}) stands behind ${names[0]} (line ${previous.line}). Put them in order, or number them anew.`,
            [`${names[0]} (line ${previous.line})`, `${names[1]} (line ${chapter.line})`],
            chapter.line,
          ),
        ];
      }),
    );
  },
};

/** "Phase 3: Queue" is a part, "Phase 3 results" is about one, and "Phase 3.B" has a number of another kind. */
function isTitled({ series, source }: Chapter): boolean {
  const behind = source.slice(source.indexOf(series?.number ?? "") + (series?.number.length ?? 0));
  return series !== null && /^[^\p{L}\p{N}]*(?:[:–—(-]|\.(?!\p{L})|$)/u.test(behind);
}

/** "Phase 3" behind "Phase 3.2" is about all of its parts, and closes them. */
function isWhole({ series }: Chapter, previous: Chapter): boolean {
  return series !== null && previous.series?.number.startsWith(`${series.number}.`) === true;
}

/** "2.2.1" was put in later, where it was done. */
function isInserted({ series }: Chapter): boolean {
  return series !== null && series.number.split(".").length > 2;
}

/** What begins anew is another series, and what says that it comes back is no mistake. */
function isSecondRound({ series, source }: Chapter, [first]: readonly Chapter[]): boolean {
  const isRestart = series?.number === first?.series?.number;
  return (
    isRestart ||
    /\b(?:revis|continu|again|redo|rework|update|addend|recap|follow|part)/i.test(source)
  );
}

/** "Phase 2: Tables (ADR-7)", where there was a Phase 2, is that of the plan that it names. */
function isOfOtherPlan({ series, source }: Chapter, before: readonly Chapter[]): boolean {
  const isAgain = before.some((other) => other.series?.number === series?.number);
  return isAgain && /\b(?:ADR|RFC|RFD)[-\s]?\d/.test(source);
}

/** "Phase 2: Plugins (future)" stands last, as it comes last. */
function isPutOff({ source }: Chapter): boolean {
  return /\b(?:future|deferred|postponed|put off|later|on hold|backlog)\b/i.test(source);
}

/** Behind a heading of another kind something else begins, such as what was before. */
function isApart(previous: Chapter, chapter: Chapter, chapters: readonly Chapter[]): boolean {
  return chapters.some(
    ({ line, level, series }) =>
      line > previous.line && line < chapter.line && level <= chapter.level && series === null,
  );
}

const fewest = 4;

/**
 * One heading out of place; where many are, the order is another one, such as the newest first. Headings that speak
 * of few numbers again and again are about those, and no series.
 */
function goesUp(group: readonly Chapter[]): boolean {
  const down = group.filter((chapter, index) => {
    const previous = group[index - 1];
    return previous !== undefined && compareSeries(previous, chapter) > 0;
  });
  const numbers = new Set(group.map(({ series }) => series?.number));
  return group.length >= fewest && numbers.size * 2 > group.length && down.length === 1;
}
