/** The marks that stand before issues and behind groups, one meaning each. */
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

/** ✅ all done, 🔨 begun, 📋 not begun. */
export function groupMark(group: GroupCount, plan: Plan): string {
  if (isComplete(group.count)) return stateMarks.completed;
  const isBegun =
    group.count.done.high > 0 ||
    group.members.some((number) => {
      const item = plan.items.get(number);
      return item?.resolution === "completed" || item?.isInProgress === true;
    });
  return isBegun ? stateMarks["in-progress"] : stateMarks.ready;
}
