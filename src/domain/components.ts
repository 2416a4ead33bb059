/**
 * Strongly connected components (Tarjan), without recursion, so that a chain of 100,000 nodes is
 * no deeper than one of three. A component of more than one node, or a node that points to itself,
 * is a cycle.
 */

/** A graph: the targets of each node. Nodes are numbered from 0. */
export type Targets = readonly (readonly number[])[];

export interface Components {
  /** Each after all those that it points to. */
  readonly inOrder: readonly (readonly number[])[];
  /** By node: the place of its component in `inOrder`. */
  readonly of: Int32Array;
}

const none: readonly number[] = [];

interface Search {
  readonly targets: Targets;
  /** By node: when it was met, from 1; 0 before. */
  readonly met: Uint32Array;
  /** By node: the earliest met node on the path that it leads back to. */
  readonly low: Uint32Array;
  /** By node: how many of its targets have been followed. */
  readonly followed: Uint32Array;
  /** By node: its component; -1 as long as it is on the path. */
  readonly of: Int32Array;
  readonly path: number[];
  readonly inOrder: number[][];
  count: number;
}

export function findComponents(targets: Targets): Components {
  const search: Search = {
    targets,
    met: new Uint32Array(targets.length),
    low: new Uint32Array(targets.length),
    followed: new Uint32Array(targets.length),
    of: new Int32Array(targets.length).fill(-1),
    path: [],
    inOrder: [],
    count: 0,
  };
  const stack: number[] = [];
  for (let node = 0; node < targets.length; node += 1) {
    if (search.met[node] === 0) visitFrom(search, node, stack);
  }
  return { inOrder: search.inOrder, of: search.of };
}

/** For each node those that point to it, ascending. */
export function invertTargets(targets: Targets): Targets {
  const counts = new Uint32Array(targets.length);
  for (const some of targets) for (const target of some) counts[target] = (counts[target] ?? 0) + 1;
  // Of the right length from the start: a list that grows takes room for sixteen more.
  const sources = Array.from(counts, (count) => (count === 0 ? none : new Array<number>(count)));
  counts.fill(0);
  targets.forEach((some, node) => {
    for (const target of some) {
      const place = counts[target] ?? 0;
      counts[target] = place + 1;
      (sources[target] as number[])[place] = node;
    }
  });
  return sources;
}

export function isCycle(component: readonly number[], targets: Targets): boolean {
  const [first] = component;
  if (first === undefined) return false;
  return component.length > 1 || (targets[first] ?? []).includes(first);
}

/** The stack is empty before and afterwards. */
function visitFrom(search: Search, start: number, stack: number[]): void {
  stack.push(start);
  enter(search, start);
  for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
    const followed = search.followed[node] ?? 0;
    search.followed[node] = followed + 1;
    const target = search.targets[node]?.[followed];
    if (target === undefined) {
      stack.pop();
      leave(search, node, stack.at(-1));
    } else if (search.met[target] === 0) {
      stack.push(target);
      enter(search, target);
    } else if (search.of[target] === -1) {
      lower(search, node, search.met[target]);
    }
  }
}

function enter(search: Search, node: number): void {
  search.count += 1;
  search.met[node] = search.count;
  search.low[node] = search.count;
  search.path.push(node);
}

function leave(search: Search, node: number, parent: number | undefined): void {
  if (parent !== undefined) lower(search, parent, search.low[node]);
  if (search.low[node] !== search.met[node]) return;
  const component = search.path.splice(search.path.lastIndexOf(node));
  for (const member of component) search.of[member] = search.inOrder.length;
  search.inOrder.push(component);
}

function lower(search: Search, node: number, candidate = Number.POSITIVE_INFINITY): void {
  search.low[node] = Math.min(search.low[node] ?? candidate, candidate);
}
