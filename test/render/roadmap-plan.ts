/** The roadmap of a database: 6 milestones, 22 issues with priorities, milestones that wait for others. */
import type { Plan } from "../../src/domain/plan.ts";
import { buildPlan } from "./plan-builder.ts";
import { readSpec, specFacts } from "./spec-file.ts";

const spec = readSpec("database-roadmap");

/** The roadmap with its first issues, DB-001 up to this one, closed. */
export function roadmapPlan(closedUpTo: number): Plan {
  const closed = Array.from(
    { length: closedUpTo },
    (_, index) => `DB-${String(index + 1).padStart(3, "0")}`,
  );
  return buildPlan(specFacts(spec, "issues", { closed, on: "2025-12-01" }));
}
