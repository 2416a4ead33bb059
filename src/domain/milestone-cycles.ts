/** Milestones that need each other: none of them could ever begin. */
import { findComponents, isCycle } from "./components.ts";
import type { PlannedMilestone } from "./plan.ts";
import type { Finding } from "./project.ts";

type Needing = Pick<PlannedMilestone, "number" | "title" | "needs">;

/** More titles than these say nothing more. */
const longestList = 5;

export function milestoneCycleFindings(milestones: readonly Needing[]): readonly Finding[] {
  const byNumber = new Map(milestones.map((one) => [one.number, one]));
  const nodes = new Map(milestones.map((one, node) => [one.number, node]));
  const needed = milestones.map(({ needs }) =>
    needs.milestones.map((number) => nodes.get(number)).filter((node) => node !== undefined),
  );
  return findComponents(needed)
    .inOrder.filter((component) => isCycle(component, needed))
    .map((component) => component.flatMap((node) => milestones[node]?.number ?? []))
    .map((numbers) => numbers.sort((a, b) => a - b))
    .map((members) => ({
      rule: "milestone-cycle",
      severity: "error",
      issues: [],
      milestone: members[0] ?? null,
      message: `The milestones ${titles(members, byNumber)} need each other, so none of them can begin. Remove one of them from "Needs:" in another's description.`,
    }));
}

function titles(members: readonly number[], byNumber: ReadonlyMap<number, Needing>): string {
  const shown = members
    .slice(0, longestList)
    .map((number) => `"${byNumber.get(number)?.title ?? number}"`);
  const rest = members.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
