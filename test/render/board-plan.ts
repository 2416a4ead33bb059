/** The status board of a game's fifth phase: 12 milestones with 132 tasks, all done on one day. */
import type { Day } from "../../src/domain/calendar.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { buildPlan } from "./plan-builder.ts";
import { readSpec, specFacts } from "./spec-file.ts";

export const boardDay: Day = "2025-07-26";
const spec = readSpec("phase-5-status");

/** The board with these milestones ("5.1") complete. */
export function boardPlan(
  closed: readonly string[],
  notes: Readonly<Record<string, string>> = {},
): Plan {
  return buildPlan(specFacts(spec, "tasks", { closed, on: boardDay, notes }));
}

/** "5.1" to "5.12", or the last of them given by its second part. */
export function phase(last: number): readonly string[] {
  return Array.from({ length: last }, (_, index) => `5.${index + 1}`);
}
