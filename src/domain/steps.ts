/**
 * A graph as steps in an order in which they can be done: each after all that it waits for. Nodes that wait
 * for each other in a circle are one step. One pass up or down the list is then enough for what would
 * otherwise be a search from every node.
 */
import { findComponents, invertTargets, type Targets } from "./components.ts";

export interface Step {
  /** One node, or those of a cycle. */
  readonly members: readonly number[];
  /** The steps that it waits for directly, by index; each is smaller than its own. */
  readonly before: readonly number[];
  /** The steps that wait for it directly, by index. */
  readonly after: readonly number[];
}

export interface Steps {
  readonly inOrder: readonly Step[];
  /** By node: the index of its step. */
  readonly of: Int32Array;
}

const none: readonly number[] = [];

export function buildSteps(blockers: Targets): Steps {
  const { inOrder: components, of } = findComponents(blockers);
  const before = components.map((members, index) => stepsBefore(members, index, blockers, of));
  const after = invertTargets(before);
  const inOrder = components.map((members, index) => ({
    members,
    before: before[index] ?? none,
    after: after[index] ?? none,
  }));
  return { inOrder, of };
}

function stepsBefore(
  members: readonly number[],
  index: number,
  blockers: Targets,
  of: Int32Array,
): readonly number[] {
  const [only = 0, second] = members;
  if (second === undefined) return stepsBeforeOne(blockers[only] ?? none, index, of);
  const before = new Set<number>();
  for (const member of members) {
    for (const blocker of blockers[member] ?? none) before.add(of[blocker] ?? index);
  }
  before.delete(index);
  return before.size === 0 ? none : [...before];
}

/** Most steps are of one node with one blocker or two, which need no set. */
function stepsBeforeOne(
  blockers: readonly number[],
  index: number,
  of: Int32Array,
): readonly number[] {
  if (blockers.length === 0) return none;
  const before = blockers.map((blocker) => of[blocker] ?? index);
  const [first, second] = before;
  const isPlain = before.length === 1 || (before.length === 2 && first !== second);
  if (isPlain && first !== index && second !== index) return before;
  const others = new Set(before);
  others.delete(index);
  return others.size === 0 ? none : [...others];
}
