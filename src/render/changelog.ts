/** What happened to a plan, by day, as far as the plan itself can tell: no log is kept anywhere. */
import type { Day } from "../domain/calendar.ts";
import { completedOn } from "../domain/milestone-completion.ts";
import type { MovedItem, Plan, PlannedMilestone } from "../domain/plan.ts";

export type Entry =
  | { readonly kind: "all-complete"; readonly on: Day }
  | { readonly kind: "completed"; readonly on: Day; readonly milestone: PlannedMilestone }
  | {
      readonly kind: "moved";
      readonly on: Day;
      readonly milestone: PlannedMilestone;
      readonly moved: readonly MovedItem[];
    }
  | {
      readonly kind: "dropped";
      readonly on: Day;
      readonly milestone: PlannedMilestone;
      /** By number. */
      readonly dropped: readonly number[];
    };

const rank = { "all-complete": 0, completed: 1, moved: 2, dropped: 3 } as const;

/** Newest first; of one day what ended last comes first, then the later milestone. */
export function findEntries(plan: Plan, milestones: readonly PlannedMilestone[]): readonly Entry[] {
  const order = new Map(milestones.map((milestone, index) => [milestone.number, index]));
  const place = (entry: Entry) =>
    entry.kind === "all-complete" ? 0 : (order.get(entry.milestone.number) ?? 0);
  const completed = milestones.flatMap((milestone): Entry[] => {
    const on = completedOn(milestone, plan);
    return on === null ? [] : [{ kind: "completed", on, milestone }];
  });
  return [
    ...allComplete(milestones, completed),
    ...completed,
    ...milestones.flatMap(movesOf),
    ...milestones.flatMap((milestone) => dropsOf(plan, milestone)),
  ].sort(
    (a, b) =>
      Number(a.on < b.on) - Number(a.on > b.on) ||
      rank[a.kind] - rank[b.kind] ||
      place(b) - place(a),
  );
}

/** One entry for each day on which something left the milestone. */
function movesOf(milestone: PlannedMilestone): readonly Entry[] {
  const days = Map.groupBy(milestone.moved, ({ on }) => on);
  return [...days].map(([on, moved]): Entry => ({ kind: "moved", on, milestone, moved }));
}

/** One entry for each day on which something in it was dropped. */
function dropsOf({ items }: Plan, milestone: PlannedMilestone): readonly Entry[] {
  const days = Map.groupBy(milestone.dropped, (number) => items.get(number)?.closedOn ?? null);
  return [...days].flatMap(([on, dropped]): Entry[] =>
    on === null ? [] : [{ kind: "dropped", on, milestone, dropped }],
  );
}

function allComplete(
  milestones: readonly PlannedMilestone[],
  completed: readonly Entry[],
): readonly Entry[] {
  if (completed.length < 2 || completed.length < milestones.length) return [];
  const last = completed.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  return last ? [{ kind: "all-complete", on: last.on }] : [];
}
