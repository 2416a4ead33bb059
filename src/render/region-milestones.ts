/** Which milestones a region speaks of: its own option, else the document's, else the plan's. */
import { findMilestone } from "../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";

interface MilestoneProblem {
  readonly rule: "milestone-unknown" | "milestone-ambiguous" | "milestone-renamed";
  readonly severity: "error" | "info";
  readonly milestone: number | null;
  /** What is wrong and what to do; plain text. */
  readonly message: string;
}

export interface RegionMilestones {
  /** Null where the name cannot be resolved. */
  readonly milestones: readonly PlannedMilestone[] | null;
  readonly problem: MilestoneProblem | null;
}

const candidatesShown = 10;

/**
 * `name` is the region's or the document's milestone, or "all"; null means the only open one, else
 * all, and for a block that speaks of the whole plan always all.
 */
export function selectMilestones(
  plan: Plan,
  name: string | number | null,
  speaksOfAll = false,
): RegionMilestones {
  if (name === "all" || (name === null && speaksOfAll)) {
    return { milestones: plan.milestones, problem: null };
  }
  if (name === null) return { milestones: defaultMilestones(plan), problem: null };
  const match = findMilestone(plan.milestones, name);
  switch (match.kind) {
    case "found": {
      const { milestone, byEarlierTitle } = match;
      const problem = byEarlierTitle ? renamed(milestone, name) : null;
      return { milestones: [milestone], problem };
    }
    case "ambiguous":
      return wrong(
        "milestone-ambiguous",
        `"${name}" fits more than one milestone: ${list(match.candidates)}. Use the number or the whole title.`,
      );
    case "unknown":
      return wrong("milestone-unknown", `there is no milestone "${name}". ${known(plan)}`);
  }
}

function defaultMilestones(plan: Plan): readonly PlannedMilestone[] {
  const open = plan.milestones.filter((milestone) => !milestone.isClosed);
  return open.length === 1 ? open : plan.milestones;
}

function wrong(rule: MilestoneProblem["rule"], message: string): RegionMilestones {
  return { milestones: null, problem: { rule, severity: "error", milestone: null, message } };
}

function renamed(milestone: PlannedMilestone, name: string | number): MilestoneProblem {
  return {
    rule: "milestone-renamed",
    severity: "info",
    milestone: milestone.number,
    message: `the milestone "${name}" is now called "${milestone.title}". Change the name in the marker.`,
  };
}

function known(plan: Plan): string {
  if (plan.milestones.length === 0) return "The repository has no milestone yet: create one.";
  return `There is ${list(plan.milestones)}.`;
}

function list(milestones: readonly PlannedMilestone[]): string {
  const shown = milestones
    .slice(0, candidatesShown)
    .map((milestone) => `"${milestone.title}" (${milestone.number})`);
  const rest = milestones.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}
