/**
 * Strongly connected components (Tarjan), without recursion, so that a chain of 100,000 issues is
 * no deeper than one of three. A component of more than one node, or a node that waits for itself,
 * is a cycle.
 */

export interface Components<T> {
  /** Each after all those that it points to. */
  readonly inOrder: readonly (readonly T[])[];
  readonly of: ReadonlyMap<T, number>;
}

interface Visit<T> {
  readonly node: T;
  readonly targets: readonly T[];
  position: number;
}

interface Search<T> {
  readonly index: Map<T, number>;
  readonly low: Map<T, number>;
  readonly path: T[];
  readonly onPath: Set<T>;
  readonly inOrder: T[][];
  readonly of: Map<T, number>;
}

export function findComponents<T>(
  nodes: Iterable<T>,
  targetsOf: (node: T) => readonly T[],
): Components<T> {
  const search: Search<T> = {
    index: new Map(),
    low: new Map(),
    path: [],
    onPath: new Set(),
    inOrder: [],
    of: new Map(),
  };
  for (const node of nodes) {
    if (!search.index.has(node)) visitFrom(search, node, targetsOf);
  }
  return { inOrder: search.inOrder, of: search.of };
}

export function isCycle<T>(component: readonly T[], targetsOf: (node: T) => readonly T[]): boolean {
  const [first] = component;
  if (first === undefined) return false;
  return component.length > 1 || targetsOf(first).includes(first);
}

function visitFrom<T>(search: Search<T>, start: T, targetsOf: (node: T) => readonly T[]): void {
  const stack: Visit<T>[] = [enter(search, start, targetsOf)];
  for (let visit = stack.at(-1); visit; visit = stack.at(-1)) {
    const target = visit.targets[visit.position];
    visit.position += 1;
    if (target === undefined) {
      stack.pop();
      leave(search, visit.node, stack.at(-1)?.node);
    } else if (!search.index.has(target)) {
      stack.push(enter(search, target, targetsOf));
    } else if (search.onPath.has(target)) {
      lower(search, visit.node, search.index.get(target));
    }
  }
}

function enter<T>(search: Search<T>, node: T, targetsOf: (node: T) => readonly T[]): Visit<T> {
  const index = search.index.size;
  search.index.set(node, index);
  search.low.set(node, index);
  search.path.push(node);
  search.onPath.add(node);
  return { node, targets: targetsOf(node), position: 0 };
}

function leave<T>(search: Search<T>, node: T, parent: T | undefined): void {
  const low = search.low.get(node);
  if (parent !== undefined) lower(search, parent, low);
  if (low !== search.index.get(node)) return;
  const component: T[] = [];
  for (let member = search.path.pop(); member !== undefined; member = search.path.pop()) {
    search.onPath.delete(member);
    search.of.set(member, search.inOrder.length);
    component.push(member);
    if (member === node) break;
  }
  search.inOrder.push(component);
}

function lower<T>(search: Search<T>, node: T, candidate: number | undefined): void {
  const present = search.low.get(node);
  if (present === undefined || candidate === undefined) return;
  search.low.set(node, Math.min(present, candidate));
}
