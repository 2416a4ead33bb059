/** Parents and sub-issues that could never be done: an issue inside itself, or one that waits for its parent. */
import { shortestPath } from "../../domain/dependency-path.ts";
import type { ThreadContext } from "../command.ts";
import { cycleText, findCycle } from "./dependency-cycle.ts";

export interface Kinship {
  readonly child: number;
  readonly parent: number;
}

/** What is wrong with the new parents; null where nothing is. */
export function findFamilyCycle(
  wanted: readonly Kinship[],
  { plan, links }: ThreadContext,
): string | null {
  const newParents = new Map(wanted.map(({ child, parent }) => [child, parent]));
  const parentsOf = (number: number): readonly number[] => {
    const parent = newParents.get(number) ?? plan.items.get(number)?.parent ?? null;
    return typeof parent === "number" ? [parent] : [];
  };
  for (const { child, parent } of wanted) {
    if (child === parent) return `${links.ref(child)} can't be a sub-issue of itself.`;
    const line = shortestPath(parent, child, parentsOf);
    if (!line) continue;
    const [top, under] = [links.ref(child), links.ref(parent)];
    const between = line.slice(1, -1).map(links.ref);
    const way = between.length === 0 ? "" : `, through ${between.join(" and ")}`;
    return `${under} is inside ${top} already${way}: ${top} can't be a sub-issue of it.`;
  }
  const cycle = findCycle(plan, { edges: [], children: wanted });
  return cycle && cycleText(cycle, links);
}
