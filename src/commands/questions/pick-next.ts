/** Which ready issue a person may take next: what helps the plan most, as long as nobody else has it. */
import { isAtLeast } from "../../domain/access.ts";
import { findNextSteps } from "../../domain/next-steps.ts";
import type { Plan, PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { byImportance } from "../../domain/start-here.ts";
import type { Actor } from "../permission.ts";
import { assigneeOn, isFree, labelOn } from "../work/takers.ts";

/** GitHub's own label for those who come from outside. */
export const newcomersLabel = "good first issue";

export interface Choice {
  /** Ready and free for the one who asks; best first. */
  readonly free: readonly PlannedItem[];
  /** Ready, but somebody else's; best first. */
  readonly taken: readonly PlannedItem[];
  /** What the one who asks has begun; ascending. */
  readonly begun: readonly PlannedItem[];
}

/** `milestone` is null for the whole plan. */
export function pickNext(plan: Plan, milestone: PlannedMilestone | null, actor: Actor): Choice {
  const ready = readyItems(plan, milestone);
  const free = ready.filter((item) => isFree(item, actor.login));
  const isInside = (item: PlannedItem) => milestone === null || item.milestone === milestone.number;
  return {
    free: isAtLeast(actor.access, "write") ? free : newcomersFirst(free),
    taken: ready.filter((item) => !free.includes(item)),
    begun: [...plan.items.values()].filter(
      (item) =>
        item.resolution === null &&
        item.isInProgress &&
        isInside(item) &&
        assigneeOn(item, actor.login) !== undefined,
    ),
  };
}

export function isForNewcomers(item: PlannedItem): boolean {
  return labelOn(item, newcomersLabel) !== undefined;
}

/** The status issue's START HERE comes first, so that both name the same. */
function readyItems(plan: Plan, milestone: PlannedMilestone | null): readonly PlannedItem[] {
  if (plan.milestones.length === 0) {
    return [...plan.items.values()].filter(({ state }) => state === "ready").sort(byImportance);
  }
  const active = plan.milestones.find(({ number }) => number === plan.activeMilestone);
  const start = (milestone ?? active)?.startHere ?? null;
  const { items } = findNextSteps(plan, milestone ? [milestone] : plan.milestones);
  const isStart = (item: PlannedItem) => Number(item.number === start);
  return items.toSorted((a, b) => isStart(b) - isStart(a));
}

function newcomersFirst(items: readonly PlannedItem[]): readonly PlannedItem[] {
  return items.toSorted((a, b) => Number(isForNewcomers(b)) - Number(isForNewcomers(a)));
}
