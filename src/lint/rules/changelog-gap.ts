// A change log that has entries for some completed parts of a series and not for others.

import { type Chapter, saysComplete } from "../reading/chapters.ts";
import { contradiction, inWords, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

export const changelogGap: Rule = {
  id: "changelog-gap",
  severity: "warning",
  meaning:
    "The change log has entries for some completed milestones or phases, but none for others of the same series.",
  example:
    "## Milestone 1: A ✅\n## Milestone 2: B ✅\n## Milestone 3: C ✅\n\n## Change Log\n### 2026-01-01 - Milestone 1 Complete\n### 2026-01-02 - Milestone 3 Complete\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const { chapters } = outlineOf(subject);
    return chapters
      .filter(({ title }) => /^change ?log$/i.test(title))
      .flatMap((log) => {
        const entries = chapters.filter(({ parent }) => parent === log);
        const complete = chapters.filter((one) => one.series !== null && saysComplete(one));
        return findGap(complete, entries);
      });
  },
};

function findGap(complete: readonly Chapter[], entries: readonly Chapter[]) {
  const logged = (part: Chapter) => entries.filter((entry) => isAbout(entry, part));
  const missing = complete.filter((part) => logged(part).length === 0);
  const present = complete.flatMap(logged);
  if (missing.length === 0 || present.length < 2) return [];
  const names = missing.map(({ series }) => `${series?.word} ${series?.number}`);
  return [
    contradiction(
      [...missing, ...present].map(({ line }) => line),
      `The change log tells of other completions (${lineWords(present.map(({ line }) => line))}), but not of ${inWords(names)}. Add what is missing.`,
      [`${claimsOf(missing)}, without an entry`, `entries: ${claimsOf(present)}`],
    ),
  ];
}

function claimsOf(chapters: readonly Chapter[]): string {
  return inWords(chapters.map(({ source, line }) => `${source} (line ${line})`));
}

function isAbout(entry: Chapter, { series }: Chapter): boolean {
  if (!series || !/\bcomplete/i.test(entry.source)) return false;
  const number = series.number.replaceAll(".", "\\.");
  return new RegExp(`\\b${series.word}\\s+${number}(?![.\\d])`, "i").test(entry.source);
}
