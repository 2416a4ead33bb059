/** Milestones that are complete and not yet closed: the news on top, and what can begin now. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { countText, plural } from "../count-text.ts";
import { shortTitle } from "../milestone-needs.ts";
import { firstOf, joinWords, limited, milestoneTitle } from "../names.ts";
import { milestoneLink, type StatusContext } from "./status-section.ts";

const followersShown = 5;

export function justCompleted({ plan, limit }: StatusContext): string {
  const complete = plan.milestones.filter(
    (milestone) =>
      milestone.state === "complete" && !milestone.isClosed && milestone.trackers.length === 0,
  );
  const [only, second] = complete;
  if (only === undefined) return "";
  return second === undefined ? news(plan, only) : manyNews(plan, complete, limit);
}

function news(plan: Plan, milestone: PlannedMilestone): string {
  const { count } = milestone;
  const page = milestoneLink("Close it", milestone);
  const next = whatCanStart(plan, [milestone], milestoneTitle);
  return `✅ **${milestoneTitle(milestone)} is complete: ${countText(count, plan.unit)}.** ${page} on its page.${next}`;
}

/** By their short names: who reads of several at once knows them. */
function manyNews(plan: Plan, complete: readonly PlannedMilestone[], limit: number): string {
  const name = (milestone: PlannedMilestone) => shortTitle(plan, milestone);
  const pages = firstOf(complete, limit, (one) => milestoneLink(name(one), one)).join(", ");
  const next = whatCanStart(plan, complete, name);
  return `✅ **${plural(complete.length, "milestone")} are complete:** ${pages}. Close them on their pages.${next}`;
}

/** " M3 and M4 can start.", with a blank before it; empty where nothing waited for them. */
function whatCanStart(
  plan: Plan,
  complete: readonly PlannedMilestone[],
  name: (milestone: PlannedMilestone) => string,
): string {
  const followers = plan.milestones.filter((other) =>
    complete.some((milestone) => waitedFor(other, milestone)),
  );
  const free = limited(followers.map(name), followersShown);
  return free.length > 0 ? ` ${joinWords(free)} can start.` : "";
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
