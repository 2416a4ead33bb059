/** Breakdowns: each counted item is in exactly one group, so parts sum to the whole. */
import { countItems } from "./count.ts";
import type { GroupCount, PlannedItem } from "./plan.ts";
import type { Unit } from "./project.ts";

export function groupItems(
  items: readonly PlannedItem[],
  dimensions: readonly string[],
  unit: Unit,
): readonly GroupCount[] {
  return dimensions.flatMap((dimension) => groupsOf(items, dimension, unit));
}

/** No group at all where nobody uses the dimension. */
function groupsOf(
  items: readonly PlannedItem[],
  dimension: string,
  unit: Unit,
): readonly GroupCount[] {
  const members = new Map<string | null, PlannedItem[]>();
  for (const item of items) {
    const name = nameIn(item, dimension);
    const list = members.get(name);
    if (list) list.push(item);
    else members.set(name, [item]);
  }
  if (members.size === 0 || (members.size === 1 && members.has(null))) return [];
  return [...members]
    .map(([name, list]) => groupCount(dimension, name, list, unit))
    .sort(byOpenWork);
}

/** A dimension may be called like something that every object has: "constructor". */
function nameIn({ dimensions }: PlannedItem, dimension: string): string | null {
  return Object.hasOwn(dimensions, dimension) ? (dimensions[dimension] ?? null) : null;
}

function groupCount(
  dimension: string,
  name: string | null,
  items: readonly PlannedItem[],
  unit: Unit,
): GroupCount {
  return {
    dimension,
    name: name ?? restName(dimension),
    isRest: name === null,
    count: countItems(items, unit),
    members: items.map((item) => item.number),
  };
}

function restName(dimension: string): string {
  return dimension === "cluster" ? "Unclustered" : `No ${dimension}`;
}

/** Most open work first, the rest last; then by name. */
function byOpenWork(a: GroupCount, b: GroupCount): number {
  if (a.isRest !== b.isRest) return a.isRest ? 1 : -1;
  return openWork(b) - openWork(a) || a.name.localeCompare(b.name, "en");
}

function openWork(group: GroupCount): number {
  return group.count.total.high - group.count.done.high;
}
