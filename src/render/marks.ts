/** The marks that stand before issues, behind groups and milestones, and what each says. */
import type { GroupCount, ItemState, Plan } from "../domain/plan.ts";
import { isComplete } from "./count-text.ts";

export const stateMarks: Readonly<Record<ItemState, string>> = {
  completed: "✅",
  dropped: "🚫",
  duplicate: "🚫",
  tracker: "☂️",
  "on-hold": "⏸️",
  blocked: "⛔",
  "in-progress": "🔨",
  ready: "📋",
};

const stateWords: Readonly<Record<ItemState, string>> = {
  completed: "done",
  dropped: "dropped",
  duplicate: "duplicate",
  tracker: "epic",
  "on-hold": "on hold",
  blocked: "blocked",
  "in-progress": "in progress",
  ready: "ready",
};

/** A mark and, for who meets it for the first time, what it says. */
export type MarkMeaning = readonly [mark: string, meaning: string];

/** Of an issue that is in this state. */
export function stateMeaning(state: ItemState): MarkMeaning {
  return [stateMarks[state], stateWords[state]];
}

/** ✅ all done, 🔨 begun, 📋 not begun. */
export function groupMeaning(group: GroupCount, plan: Plan): MarkMeaning {
  if (isComplete(group.count)) return [stateMarks.completed, "complete"];
  const isBegun =
    group.count.done.high > 0 ||
    group.members.some((number) => {
      const item = plan.items.get(number);
      return item?.resolution === "completed" || item?.isInProgress === true;
    });
  return isBegun ? [stateMarks["in-progress"], "in progress"] : [stateMarks.ready, "not started"];
}

const keyOrder = (
  ["completed", "in-progress", "ready", "blocked", "on-hold", "tracker", "dropped"] as const
).map((state) => stateMarks[state]);

/** "_📋 ready · ⛔ blocked_": each mark in use once, for the end of a text; empty without marks. */
export function markKey(used: Iterable<MarkMeaning>): string {
  const words = [...new Map(used)]
    .sort(([a], [b]) => placeInKey(a) - placeInKey(b))
    .map(([mark, meaning]) => `${mark} ${meaning}`);
  return words.length === 0 ? "" : `_${words.join(" · ")}_`;
}

function placeInKey(mark: string): number {
  const place = keyOrder.indexOf(mark);
  return place < 0 ? keyOrder.length : place;
}
