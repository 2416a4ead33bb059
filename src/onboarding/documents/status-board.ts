/** Where everything stands and what changed of late. */
import type { Plan } from "../../domain/plan.ts";
import { page, region } from "./region.ts";

export function statusBoard({ dimensions, milestones }: Plan): string {
  const labels = dimensions.filter((dimension) =>
    milestones.some(({ groups }) =>
      groups.some((one) => one.dimension === dimension && !one.isRest),
    ),
  );
  return page(
    "# Status",
    region("nav"),
    "## Progress",
    region("progress-table", { empty: "yes" }),
    "## Blocked",
    region("blocked", { milestone: "all" }),
    "## Changes",
    region("changelog"),
    labels.length > 0 && "## Labels",
    ...labels.map((by) => region("label-reference", { by })),
  );
}
