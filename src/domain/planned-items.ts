/** All items of a plan, by number, ascending. */
import { ByNumber } from "./by-number.ts";
import { planItem, type Surroundings } from "./item-state.ts";
import type { PlannedItem } from "./plan.ts";
import type { WorkItem } from "./project.ts";
import type { ItemChange } from "./project-changes.ts";
import { sameList } from "./same-list.ts";

export type PlannedItems = ReadonlyMap<number, PlannedItem>;

export function planItems(items: readonly WorkItem[], around: Surroundings): PlannedItems {
  const planned = new Map<number, PlannedItem>();
  for (const item of items) planned.set(item.number, planItem(item, around));
  return ByNumber.copyOf(planned);
}

interface Before {
  readonly planned: PlannedItems;
  readonly around: Surroundings;
}

interface Changed {
  readonly changes: readonly ItemChange[];
  /** Nodes of the graph whose blockers, or what they free, may be others. */
  readonly touched: ReadonlySet<number>;
}

export interface Updated {
  readonly planned: PlannedItems;
  /** Those that are others than before. */
  readonly replaced: readonly { readonly was: PlannedItem; readonly is: PlannedItem }[];
}

/** The same, from the items of before: all of which nothing around has changed stay what they are. */
export function updateItems(
  before: Before,
  around: Surroundings,
  { changes, touched }: Changed,
): Updated {
  const numbers = new Set<unknown>(withAncestors(changes, around));
  for (const nodes of [touched, ...movedNodes(before.around, around)]) {
    for (const node of nodes) numbers.add(around.graph.issues[node]);
  }
  const planned = ByNumber.copyOf(before.planned);
  const replaced: { was: PlannedItem; is: PlannedItem }[] = [];
  for (const number of numbers) {
    const item = typeof number === "number" ? around.project.items.get(number) : undefined;
    const was = item && planned.get(item.number);
    const is = item && planItem(item, around);
    if (!(was && is) || was === is) continue;
    planned.set(is.number, is);
    replaced.push({ was, is });
  }
  return { planned, replaced };
}

/** Nodes behind which another number of issues, or other milestones, wait. */
function movedNodes(before: Surroundings, now: Surroundings): Iterable<number>[] {
  const [some, others] = [before.milestonesBehind, now.milestonesBehind];
  const moved: Iterable<number>[] =
    some === others ? [] : [some.direct.keys(), others.direct.keys()];
  if (some === others && before.dependentCounts === now.dependentCounts) return moved;
  now.graph.steps.inOrder.forEach(({ members }, step) => {
    const isSame =
      before.dependentCounts[step] === now.dependentCounts[step] &&
      sameList(some.all[step] ?? [], others.all[step] ?? []);
    if (!isSame) moved.push(members);
  });
  return moved;
}

/** Epics count what is below them. */
function withAncestors(
  changes: readonly ItemChange[],
  { project }: Surroundings,
): ReadonlySet<number> {
  const found = new Set(changes.map(({ now }) => now.number));
  for (const number of found) {
    const parent = project.items.get(number)?.parent;
    if (typeof parent === "number") found.add(parent);
  }
  return found;
}
