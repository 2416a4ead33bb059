// Whether a block says at least what a passage says: each issue that the passage lists is shown, or GitHub says
// otherwise of it.

import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import type { Candidate } from "./candidate.ts";

export interface Coverage {
  /** Neither shown nor contradicted, ascending. */
  readonly missing: readonly number[];
  /** GitHub says otherwise, ascending. */
  readonly corrected: readonly number[];
}

export function coverageOf(
  { block, issues }: Candidate,
  shown: ReadonlySet<number>,
  plan: Plan,
  milestone: PlannedMilestone | null,
): Coverage {
  const absent = issues.filter((number) => !shown.has(number));
  const isCorrected = (number: number) =>
    plan.items.has(number) && saysOtherwise(block, number, plan, milestone);
  return {
    missing: absent.filter((number) => !isCorrected(number)),
    corrected: absent.filter(isCorrected),
  };
}

function saysOtherwise(
  block: string,
  number: number,
  plan: Plan,
  milestone: PlannedMilestone | null,
): boolean {
  const item = plan.items.get(number);
  const isElsewhere = item?.milestone !== milestone?.number;
  switch (block) {
    case "remaining":
    case "sequence":
    case "chain":
      return item?.resolution !== null || isElsewhere;
    case "complete":
      return item?.resolution !== "completed" || isElsewhere;
    case "moved":
      return !isElsewhere;
    case "duplicates":
      return item?.resolution !== "duplicate";
    default:
      return false;
  }
}
