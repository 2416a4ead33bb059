/** How one issue comes to wait for another: the shortest way, over whatever counts as a step. */

/**
 * From `start` to `end`, both included; null where no way leads there. A way has at least one step: from an
 * issue to itself it is a cycle. Of several ways of the same length, the first by the order of `next`.
 */
export function shortestPath<T>(
  start: T,
  end: T,
  next: (node: T) => readonly T[],
): readonly T[] | null {
  const cameFrom = new Map<T, T>();
  const waiting = [start];
  for (const node of waiting) {
    for (const neighbour of next(node)) {
      if (cameFrom.has(neighbour)) continue;
      cameFrom.set(neighbour, node);
      if (neighbour === end) return pathTo(end, start, cameFrom);
      waiting.push(neighbour);
    }
  }
  return null;
}

function pathTo<T>(end: T, start: T, cameFrom: ReadonlyMap<T, T>): readonly T[] {
  const path = [end];
  for (let node = cameFrom.get(end); node !== undefined; node = cameFrom.get(node)) {
    path.push(node);
    if (node === start) break;
  }
  return path.reverse();
}
