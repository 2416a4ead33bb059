// Issues that are open work of this plan in one place and moved to another milestone in another.

import { contradiction, issueWords, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { dissolvedParts, listedTwice, type Placement } from "../reading/placements.ts";
import type { LintFinding, Rule } from "../rule.ts";

interface Conflict {
  readonly number: number;
  readonly target: string;
  readonly parts: string;
  readonly here: readonly number[];
  readonly moved: readonly number[];
}

export const issueInTwoMilestones: Rule = {
  id: "issue-in-two-milestones",
  severity: "error",
  meaning: "An issue is listed as open work of this plan and as moved to another milestone.",
  example: "## Remaining (1 issue)\n- [ ] #4 Parser\n\n**Moved to M5:** #4 Parser\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const { placements } = outlineOf(subject);
    const dissolved = dissolvedParts(placements);
    const conflicts = placements
      .filter(({ moved }) => moved.size === 1)
      .filter((placement) => listedTwice(placement).length === 0)
      .flatMap((placement): readonly Conflict[] => findConflict(placement, dissolved));
    const groups = Map.groupBy(conflicts, ({ target, parts }) => `${target}\n${parts}`);
    return [...groups.values()].map(describe);
  },
};

function findConflict(
  { number, here, moved }: Placement,
  dissolved: ReturnType<typeof dissolvedParts>,
): readonly Conflict[] {
  const staying = here.filter(({ part }) => !dissolved.has(part));
  const lines = staying.map(({ line }) => line);
  const parts = [...new Set(staying.map(({ part }) => part.line))].join();
  return staying.length === 0
    ? []
    : [...moved].map(([target, mentions]) => {
        return { number, target, parts, here: lines, moved: mentions.map(({ line }) => line) };
      });
}

function describe(group: readonly Conflict[]): LintFinding {
  const here = group.flatMap((conflict) => conflict.here);
  const moved = group.flatMap((conflict) => conflict.moved);
  const issues = issueWords(group.map(({ number }) => number));
  const target = group[0]?.target;
  return contradiction(
    [...here, ...moved],
    `${issues}: open work here (${lineWords(here)}) and moved to ${target} (${lineWords(moved)}). Keep the milestone that GitHub has.`,
    [`open here (${lineWords(here)})`, `moved to ${target} (${lineWords(moved)})`],
  );
}
