/**
 * How many open items wait for each, directly or not. Exact transitive counts cost the square of the
 * issues, so counting stops at `reachLimit`, and what is known of a dependent is used where it can be.
 */
import { type Components, findComponents } from "./components.ts";
import { type DependencyGraph, dependentsOf } from "./dependency-graph.ts";

/** Beyond this many, dependents are not told apart. */
export const reachLimit = 1000;

interface Component {
  readonly size: number;
  /** The components that wait for this one directly, by index; each is smaller than its own. */
  readonly dependents: readonly number[];
  /** How many items wait for this component, at most `reachLimit`. */
  readonly behind: number;
}

/** Of items that others wait for, by number; at most `reachLimit`, the item itself left out. */
export function countDependents(graph: DependencyGraph): ReadonlyMap<number, number> {
  const next = (item: number) => dependentsOf(graph, item);
  const found = findComponents(ownBlockers(graph), next);
  const components: Component[] = [];
  const visited: number[] = [];
  const counts = new Map<number, number>();
  for (const [index, members] of found.inOrder.entries()) {
    const dependents = dependentComponents(members, index, found, next);
    const behind = countBehind(dependents, components, visited, index);
    components.push({ size: members.length, dependents, behind });
    const count = Math.min(behind + members.length - 1, reachLimit);
    for (const member of members) counts.set(member, count);
  }
  return counts;
}

function* ownBlockers(graph: DependencyGraph): Iterable<number> {
  for (const blocker of graph.dependents.keys()) if (typeof blocker === "number") yield blocker;
}

function dependentComponents(
  members: readonly number[],
  index: number,
  { of }: Components<number>,
  next: (item: number) => readonly number[],
): readonly number[] {
  const dependents = new Set<number>();
  for (const member of members) {
    for (const dependent of next(member)) dependents.add(of.get(dependent) ?? index);
  }
  dependents.delete(index);
  return [...dependents];
}

/** One dependent, or one with enough behind it, says it all; else they are walked. */
function countBehind(
  dependents: readonly number[],
  components: readonly Component[],
  visited: number[],
  walk: number,
): number {
  const counts = dependents.map((one) => withItself(components[one]));
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  if (dependents.length === 1 || most >= reachLimit) return Math.min(most, reachLimit);
  return walkBehind(dependents, components, visited, walk);
}

/** `visited` holds, by component, the last walk that met it: cheaper than a set for each walk. */
function walkBehind(
  starts: readonly number[],
  components: readonly Component[],
  visited: number[],
  walk: number,
): number {
  const waiting = [...starts];
  let count = 0;
  for (let one = waiting.pop(); one !== undefined && count < reachLimit; one = waiting.pop()) {
    const component = components[one];
    if (!component || visited[one] === walk) continue;
    visited[one] = walk;
    count += component.size;
    for (const dependent of component.dependents) {
      if (visited[dependent] !== walk) waiting.push(dependent);
    }
  }
  return Math.min(count, reachLimit);
}

function withItself(component: Component | undefined): number {
  return component ? component.behind + component.size : 0;
}
