// One series under two schemes of names: keys in the table, numbers in the headings.

import { contradiction } from "../reading/contradiction.ts";
import { milestonesNamedTwice } from "../reading/milestone-names.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

export const schemeMix: Rule = {
  id: "scheme-mix",
  severity: "info",
  meaning:
    "A table gives milestones keys, and the headings of the same milestones use plain numbers.",
  example:
    "| # | Milestone |\n|---|---|\n| 1 | NET-1 – Routing |\n| 2 | NET-2 – Peering |\n\n## Milestone 1: Routing\n## Milestone 2: Peering\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const mixed = milestonesNamedTwice(outlineOf(subject)).filter(({ key, chapter }) => {
      const { word = "", number = "" } = chapter.series ?? {};
      return key !== null && !chapter.source.includes(key) && key !== `${word[0]}${number}`;
    });
    const first = mixed[0];
    if (!first || mixed.length < 2) return [];
    const name = `${first.chapter.series?.word} ${first.chapter.series?.number}`;
    return [
      contradiction(
        mixed.flatMap(({ row, chapter }) => [row, chapter.line]),
        `What is called ${first.key} on line ${first.row} is called ${name} on line ${first.chapter.line}. Use one scheme in both.`,
        [`${first.key} (line ${first.row})`, `${name} (line ${first.chapter.line})`],
      ),
    ];
  },
};
