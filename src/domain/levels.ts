/**
 * Nodes in the order in which they can be done. A level waits for the ones before it; members of a
 * cycle share a level, for none of them can come first.
 */
import { findComponents } from "./components.ts";
import type { Level } from "./plan.ts";
import { compareReferences, type IssueReference } from "./reference.ts";

/** Each node on the level after its last blocker; blockers outside of `nodes` don't count. */
export function levelsOf(
  nodes: readonly IssueReference[],
  blockersOf: (node: IssueReference) => readonly IssueReference[],
): readonly Level[] {
  const inside = new Set(nodes);
  const targetsOf = (node: IssueReference) => blockersOf(node).filter((one) => inside.has(one));
  const components = findComponents(nodes, targetsOf);
  const depths: number[] = [];
  const levels: IssueReference[][] = [];
  for (const [index, component] of components.inOrder.entries()) {
    const depth = depthOf(component, index, components.of, depths, targetsOf);
    depths.push(depth);
    for (const node of component) atDepth(levels, depth).push(node);
  }
  return levels.map((members) => ({ members: members.sort(compareReferences) }));
}

function depthOf(
  component: readonly IssueReference[],
  index: number,
  componentOf: ReadonlyMap<IssueReference, number>,
  depths: readonly number[],
  targetsOf: (node: IssueReference) => readonly IssueReference[],
): number {
  let depth = 0;
  for (const node of component) {
    for (const target of targetsOf(node)) {
      const other = componentOf.get(target);
      if (other === undefined || other === index) continue;
      depth = Math.max(depth, (depths[other] ?? 0) + 1);
    }
  }
  return depth;
}

function atDepth(levels: IssueReference[][], depth: number): IssueReference[] {
  const level = levels[depth] ?? [];
  levels[depth] = level;
  return level;
}
