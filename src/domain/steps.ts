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

/** Most steps are of one node with few blockers, where a set would cost more than looking. */
function stepsBeforeOne(
  blockers: readonly number[],
  index: number,
  of: Int32Array,
): readonly number[] {
  if (blockers.length === 0) return none;
  if (blockers.length > 8) {
    const before = new Set(blockers.map((blocker) => of[blocker] ?? index));
    before.delete(index);
    return [...before];
  }
  const before: number[] = [];
  for (const blocker of blockers) {
    const step = of[blocker] ?? index;
    if (step !== index && !before.includes(step)) before.push(step);
  }
  return before;
}
