/**
 * Nodes in the order in which they can be done. A level waits for the ones before it; members of a
 * cycle share a level, for none of them can come first.
 */
import { type Components, findComponents, type Targets } from "./components.ts";
import type { Level } from "./plan.ts";
import { compareReferences, type IssueReference } from "./reference.ts";

/** Each issue on the level after its last blocker; blockers outside of `issues` don't count. */
export function levelsOf(
  issues: readonly IssueReference[],
  blockersOf: (issue: IssueReference) => readonly IssueReference[],
): readonly Level[] {
  const levels = levelsWithin(issues.toSorted(compareReferences), blockersOf);
  return levels.map((members) => ({ members }));
}

/** The same for nodes of any kind, each given once; in their order within a level. */
export function levelsWithin<T>(
  nodes: readonly T[],
  blockersOf: (node: T) => readonly T[],
): readonly (readonly T[])[] {
  const blockers = targetsWithin(nodes, blockersOf);
  const depths = findDepths(findComponents(blockers), blockers);
  const levels: T[][] = [];
  for (const [place, node] of nodes.entries()) {
    const depth = depths[place] ?? 0;
    const level = levels[depth];
    if (level) level.push(node);
    else levels[depth] = [node];
  }
  return levels;
}

/** The nodes by their places in the list. */
function targetsWithin<T>(nodes: readonly T[], targetsOf: (node: T) => readonly T[]): Targets {
  const places = new Map(nodes.map((node, place) => [node, place]));
  return nodes.map((node) =>
    targetsOf(node)
      .map((target) => places.get(target))
      .filter((place) => place !== undefined),
  );
}

function findDepths({ inOrder, of }: Components, blockers: Targets): Uint32Array {
  const depths = new Uint32Array(blockers.length);
  for (const [index, component] of inOrder.entries()) {
    let depth = 0;
    for (const node of component) {
      for (const blocker of blockers[node] ?? []) {
        if (of[blocker] !== index) depth = Math.max(depth, (depths[blocker] ?? 0) + 1);
      }
    }
    for (const node of component) depths[node] = depth;
  }
  return depths;
}
