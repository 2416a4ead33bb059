/** How a milestone stands, as a mark and a word, and its name as a link. */
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { plural } from "./count-text.ts";
import { safeTarget } from "./links.ts";
import { type MarkMeaning, stateMarks } from "./marks.ts";
import { milestoneTitle } from "./names.ts";

export interface Standing {
  readonly mark: string;
  /** What the mark says of any milestone: "not started". */
  readonly meaning: string;
  /** Of this one: "Complete", "Blocked", "In progress", "Not started", "Closed with 2 issues open". */
  readonly word: string;
}

const meanings = {
  completed: "complete",
  blocked: "blocked",
  "in-progress": "in progress",
  ready: "not started",
  "on-hold": "closed with open issues",
} as const;

export function standingOf(plan: Plan, milestone: PlannedMilestone): Standing {
  if (milestone.state === "complete") return standing("completed", "Complete");
  if (milestone.isClosed) return closed(milestone);
  if (milestone.state === "blocked") return standing("blocked", "Blocked");
  if (isBegun(plan, milestone)) return standing("in-progress", "In progress");
  return standing("ready", milestone.counted.length === 0 ? "No issues yet" : "Not started");
}

/** The milestone's mark, for a key. */
export function standingMeaning(plan: Plan, milestone: PlannedMilestone): MarkMeaning {
  const { mark, meaning } = standingOf(plan, milestone);
  return [mark, meaning];
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
  if (remaining.length === 0) return standing("completed", "Closed");
  return standing("on-hold", `Closed with ${plural(remaining.length, "issue")} open`);
}

function standing(state: keyof typeof meanings, word: string): Standing {
  return { mark: stateMarks[state], meaning: meanings[state], word };
}
