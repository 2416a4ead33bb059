/** The few figures of a plan that tell one commit from the next. */
import type { Count, Plan } from "./plan.ts";
import type { Unit } from "./project.ts";

export interface MilestoneSummary {
  readonly number: number;
  readonly title: string;
  readonly count: Count;
  readonly isComplete: boolean;
}

export interface PlanSummary {
  readonly unit: Unit;
  readonly milestones: readonly MilestoneSummary[];
}

export function summarise(plan: Plan): PlanSummary {
  return {
    unit: plan.unit,
    milestones: plan.milestones.map(({ number, title, count, state }) => ({
      number,
      title,
      count,
      isComplete: state === "complete",
    })),
  };
}

/** Whether a milestone that was not complete before is complete now. */
export function isNewlyComplete(before: PlanSummary, after: PlanSummary): boolean {
  const complete = new Set(
    before.milestones.filter((one) => one.isComplete).map((one) => one.number),
  );
  return after.milestones.some((one) => one.isComplete && !complete.has(one.number));
}
