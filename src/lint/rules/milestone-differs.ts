// Issues that the document moves to one milestone and GitHub has in another.

import type { Plan } from "../../domain/plan.ts";
import { contradiction, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { ownTextOf } from "../reading/own-text.ts";
import type { Rule } from "../rule.ts";

export const milestoneDiffers: Rule = {
  id: "milestone-differs",
  severity: "error",
  meaning: "An issue is listed as moved to a milestone, and is in another one on GitHub.",
  example: "**Moved to M5:** #1 An issue that is in M3 on GitHub\n",
  offline: false,
  fixes: false,
  check(subject) {
    const { plan } = subject;
    if (!plan) return [];
    const { isOwn } = ownTextOf(subject);
    return outlineOf(subject).placements.flatMap(({ number, moved }) => {
      const item = plan.items.get(number);
      if (!item) return [];
      return [...moved].flatMap(([target, places]) => {
        const mentions = places.filter(({ reference }) => isOwn(reference.place));
        const wanted = findMilestone(plan, target);
        if (mentions.length === 0 || wanted === undefined || item.milestone === wanted) return [];
        const actual = plan.milestones.find((one) => one.number === item.milestone)?.title;
        const where = actual === undefined ? "in no milestone" : `in “${actual}”`;
        const lines = mentions.map(({ line }) => line);
        return [
          contradiction(
            lines,
            `#${number} is moved to ${target} on ${lineWords(lines)}, and ${where} on GitHub. Mend the document, or move the issue.`,
            [`moved to ${target} (${lineWords(lines)})`, `${where} on GitHub`],
          ),
        ];
      });
    });
  },
};

/** By the beginning of its title; undefined where none or several begin so. */
function findMilestone({ milestones }: Plan, target: string): number | undefined {
  const fits = milestones.filter(({ title }) =>
    `${title} `.toLowerCase().startsWith(`${target.toLowerCase()} `),
  );
  return fits.length === 1 ? fits[0]?.number : undefined;
}
