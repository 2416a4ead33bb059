/** All milestones in order: what each holds, when it is due, what it waits for. */
import type { Plan } from "../../domain/plan.ts";
import { page, region } from "./region.ts";

export function roadmap({ milestones }: Plan): string {
  const hasDays = milestones.some(({ dueOn, startOn }) => dueOn !== null || startOn !== null);
  return page(
    "# Roadmap",
    `Where we are going, milestone by milestone. We are at ${countOfAll}.`,
    region("nav"),
    "## Milestones",
    region("milestones-table"),
    hasDays && region("timeline"),
    "## Next",
    region("next-steps"),
    "## Milestones in detail",
    region("milestone-sections"),
  );
}

const countOfAll = "<!-- milepost:count milestone=all --><!-- milepost:end -->";
