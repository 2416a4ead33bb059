/** How a milestone stands, as a mark and a word, and its name as a link. */
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { plural } from "./count-text.ts";
import { safeTarget } from "./links.ts";
import { stateMarks } from "./marks.ts";
import { milestoneTitle } from "./names.ts";

export interface Standing {
  readonly mark: string;
  /** "Complete", "Blocked", "In progress", "Not started". */
  readonly word: string;
}

/** ✅ complete, ⛔ waits for something, 🔨 begun, 📋 not begun, ⏸️ closed although something is open. */
export function standingOf(plan: Plan, milestone: PlannedMilestone): Standing {
  if (milestone.state === "complete") return { mark: stateMarks.completed, word: "Complete" };
  if (milestone.isClosed) return closed(milestone);
  if (milestone.state === "blocked") return { mark: stateMarks.blocked, word: "Blocked" };
  if (isBegun(plan, milestone)) return { mark: stateMarks["in-progress"], word: "In progress" };
  const word = milestone.counted.length === 0 ? "No issues yet" : "Not started";
  return { mark: stateMarks.ready, word };
}

/** Something in it is done or being done. */
export function isBegun(plan: Plan, { count, counted, completed }: PlannedMilestone): boolean {
  if (count.done.high > 0 || completed.length > 0) return true;
  return counted.some((number) => plan.items.get(number)?.isInProgress === true);
}

/** "[M2 Data Foundations](https://…)". */
export function milestoneLink(milestone: PlannedMilestone): string {
  const title = milestoneTitle(milestone);
  const target = safeTarget(milestone.url);
  return target === null ? title : `[${title}](${target})`;
}

function closed({ remaining }: PlannedMilestone): Standing {
  if (remaining.length === 0) return { mark: stateMarks.completed, word: "Closed" };
  const open = `${plural(remaining.length, "issue")} open`;
  return { mark: stateMarks["on-hold"], word: `Closed with ${open}` };
}
