// Issues that one line moves to one milestone and another line to another.

import { contradiction, inWords, issueWords, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

export const movedToTwoPlaces: Rule = {
  id: "moved-to-two-places",
  severity: "error",
  meaning: "An issue is listed as moved to two different milestones.",
  example: "**Moved to M3:** #4 Parser\n\n**Moved to M5:** #4 Parser\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const twice = outlineOf(subject).placements.filter(({ moved }) => moved.size > 1);
    const groups = Map.groupBy(twice, ({ moved }) => [...moved.keys()].toSorted().join("\n"));
    return [...groups.values()].map((group) => {
      const targets = [...(group[0]?.moved.keys() ?? [])].toSorted();
      const places = targets.map((target) => {
        const mentions = group.flatMap(({ moved }) => moved.get(target) ?? []);
        return { target, lines: mentions.map(({ line }) => line) };
      });
      return contradiction(
        places.flatMap(({ lines }) => lines),
        `${issueWords(group.map(({ number }) => number))}: moved to ${inWords(places.map(({ target, lines }) => `${target} (${lineWords(lines)})`))}. Keep the milestone that GitHub has.`,
        places.map(({ target, lines }) => `moved to ${target} (${lineWords(lines)})`),
      );
    });
  },
};
