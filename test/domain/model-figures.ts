/** The figures of milestone M2 (number 2) that the model plan states. */
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Project } from "../../src/domain/project.ts";
import { milestoneOf, today } from "./project-builder.ts";

export type Figures = ReturnType<typeof figures>;

export const derive = (facts: Project) => derivePlan(facts, today);

export function countOf(plan: Plan): string {
  const { done, total, percent } = milestoneOf(plan, 2).count;
  return `${done.low}/${total.low} (${percent}%)`;
}

export function groupsOf(plan: Plan): Record<string, string> {
  const entries = milestoneOf(plan, 2).groups.map(({ name, count }): [string, string] => [
    name,
    `${count.done.low}/${count.total.low}`,
  ]);
  return Object.fromEntries(entries);
}

export function movedTo(plan: Plan, target: number): readonly number[] {
  const { moved } = milestoneOf(plan, 2);
  return moved.filter((one) => one.to === target).map((one) => one.number);
}

export function blockedOf(plan: Plan): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    milestoneOf(plan, 2).blocked.map((one) => [one, plan.items.get(one)?.openBlockers ?? []]),
  );
}

/** What the event walk looks at after each step. */
export function figures(plan: Plan) {
  const m2 = milestoneOf(plan, 2);
  return {
    count: countOf(plan),
    ready: m2.ready,
    blocked: blockedOf(plan),
    startHere: m2.startHere,
    m3: milestoneOf(plan, 3).state,
    core: groupsOf(plan)["Dual Persistence"],
    infrastructure: groupsOf(plan).Infrastructure,
    toM3: movedTo(plan, 3).length,
    toM5: movedTo(plan, 5).length,
    doneTooEarly: plan.findings
      .filter((one) => one.rule === "closed-with-open-blocker")
      .flatMap((one) => one.issues),
  };
}
