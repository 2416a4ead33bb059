/** The plan of one milestone: what is next, what waits and for whom, the way to its end, what is done. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { escapeText } from "../../markdown/escape.ts";
import { page, region } from "./region.ts";

export function milestonePlan(plan: Plan, milestone: PlannedMilestone): string {
  const items = milestone.counted.flatMap((number) => plan.items.get(number) ?? []);
  const hasOrder = items.some(({ dependencies }) => dependencies.length > 0);
  const [group] = plan.dimensions.filter((dimension) =>
    milestone.groups.some((one) => one.dimension === dimension && !one.isRest),
  );
  return page(
    `# ${escapeText(milestone.title) || `Milestone ${milestone.number}`}`,
    region("status-line"),
    "Milepost keeps the lists and figures between its markers; every other word on this page is yours. Say here what this milestone is for, and for whom.",
    "## Next",
    region("ready"),
    region("blocked"),
    hasOrder && "## Order of work",
    hasOrder && region("graph"),
    hasOrder && region("sequence"),
    group !== undefined && "## Parts",
    group !== undefined && region("breakdown", { by: group }),
    "## Risks",
    "What the dependencies, days and labels tell:",
    region("risk-flags"),
    "## Scope",
    region("remaining"),
    region("complete"),
    region("moved"),
  );
}
