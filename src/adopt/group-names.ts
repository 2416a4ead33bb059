// Whether a name is that of a group of the plan, whatever its case.

import type { PlannedMilestone } from "../domain/plan.ts";

export function isGroupName(name: string, milestone: PlannedMilestone | null): boolean {
  return dimensionOf(name, milestone) !== null;
}

/** The dimension that has a group of the name; null if none has. */
export function dimensionOf(name: string, milestone: PlannedMilestone | null): string | null {
  const wanted = keyOf(name);
  const group = milestone?.groups.find((one) => !one.isRest && keyOf(one.name) === wanted);
  return group?.dimension ?? null;
}

function keyOf(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
