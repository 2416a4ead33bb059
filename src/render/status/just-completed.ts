/** Milestones that are complete and not yet closed: the news on top, and what can begin now. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { countText } from "../count-text.ts";
import { joinWords, limited, milestoneTitle } from "../names.ts";
import { milestoneLink, type StatusContext } from "./status-section.ts";

export function justCompleted({ plan, limit }: StatusContext): string {
  const complete = plan.milestones.filter(
    (milestone) =>
      milestone.state === "complete" && !milestone.isClosed && milestone.trackers.length === 0,
  );
  return complete
    .slice(0, limit)
    .map((milestone) => news(plan, milestone))
    .join("\n");
}

function news(plan: Plan, milestone: PlannedMilestone): string {
  const { count } = milestone;
  const followers = plan.milestones.filter((other) => waitedFor(other, milestone));
  const free = limited(followers.map(milestoneTitle), 5);
  const next = free.length > 0 ? ` ${joinWords(free)} can start.` : "";
  const page = milestoneLink("Close it", milestone);
  return `✅ **${milestoneTitle(milestone)} is complete: ${countText(count, plan.unit)}.** ${page} on its page.${next}`;
}

/** Named it, or one of its issues, in `Needs:`, and waits for nothing now. */
function waitedFor(other: PlannedMilestone, milestone: PlannedMilestone): boolean {
  if (other.isClosed || other.state !== "open") return false;
  const inside = new Set<IssueReference>(milestone.completed);
  return (
    other.needsMilestones.includes(milestone.number) ||
    other.needsIssues.some((issue) => inside.has(issue))
  );
}
