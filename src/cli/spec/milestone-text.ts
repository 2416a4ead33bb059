/** A milestone's description with the lines that carry what GitHub has no field for. */
import { isDay } from "../../domain/calendar.ts";
import { writeMilestoneLines } from "../../facts/milestone-lines.ts";
import type { NumberedIssue } from "./number-issues.ts";
import type { SpecMilestone } from "./spec-schema.ts";

/** `Needs:` names issues by number and milestones by title, which no other can be taken for. */
export function descriptionOf(
  milestone: SpecMilestone,
  issues: readonly NumberedIssue[],
  titleOf: ReadonlyMap<string, string>,
): string {
  const blocking = issues
    .filter((issue) => issue.blocks_milestones?.includes(milestone.key))
    .map((issue) => `#${issue.number}`);
  const before = (milestone.depends_on ?? []).map((key) => `"${titleOf.get(key) ?? key}"`);
  const needs = [...blocking, ...before].join(", ");
  const start = milestone.start_on ?? "";
  return writeMilestoneLines(milestone.description ?? "", {
    start: isDay(start) ? start : null,
    needs: needs === "" ? null : needs,
    note: milestone.note ?? null,
  });
}
