/** What counts in the whole plan: the sum over its milestones, each of which is counted once for the same items. */
import { countItems, sumCounts } from "./count.ts";
import type { Members } from "./members.ts";
import { isCounted } from "./milestone-members.ts";
import type { Count, PlannedItem } from "./plan.ts";
import { isPlanned } from "./plan-milestone.ts";
import type { CountingRules, Project } from "./project.ts";

interface Part {
  readonly rules: Pick<CountingRules, "unit" | "countEpics">;
  readonly count: Count;
  readonly isOpen: boolean;
}

/** By the list itself, which stays the same as long as its items do. */
const known = new WeakMap<readonly PlannedItem[], Part>();

export function countAll(members: Members, project: Project): Count {
  const planned = [...members].filter(([milestone]) => {
    return isPlanned({ milestone: milestone || null }, project);
  });
  return sumCounts(planned.map(([, items]) => countPart(items, project.rules)));
}

function countPart(items: readonly PlannedItem[], rules: CountingRules): Part {
  const before = known.get(items);
  const { unit, countEpics } = rules;
  if (before?.rules.unit === unit && before.rules.countEpics === countEpics) return before;
  const counted = items.filter((item) => isCounted(item, rules));
  const isOpen = counted.some(({ resolution }) => resolution === null);
  const part = { rules: { unit, countEpics }, count: countItems(counted, unit), isOpen };
  known.set(items, part);
  return part;
}
