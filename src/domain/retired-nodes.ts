/**
 * A graph after issues were closed: their nodes keep their numbers, but nothing leads to them or away from them any
 * more, so that all that is known of the other nodes still holds.
 */
import { type DependencyGraph, lookUpNodes } from "./dependency-graph.ts";
import type { Step } from "./steps.ts";

/** One in so many nodes may be retired; then it is time to number them anew. */
const mostRetired = 8;

const none: readonly never[] = [];

interface Draft {
  readonly blockers: (readonly number[])[];
  readonly dependents: (readonly number[])[];
  readonly inOrder: Step[];
  readonly of: Int32Array;
  /** Nodes whose blockers, or whose dependents' blockers, are not those of before. */
  readonly touched: Set<number>;
}

export interface RetiredNodes {
  readonly graph: DependencyGraph;
  readonly touched: ReadonlySet<number>;
}

/** Undefined where a cycle is concerned, or too many are retired already. */
export function retireNodes(
  graph: DependencyGraph,
  nodes: readonly number[],
): RetiredNodes | undefined {
  if (nodes.length === 0) return { graph, touched: new Set() };
  const retired = new Set([...graph.retired, ...nodes]);
  if (retired.size * mostRetired > graph.issues.length) return undefined;
  if (!nodes.every((node) => isAlone(node, graph))) return undefined;
  const draft: Draft = {
    blockers: [...graph.blockers],
    dependents: [...graph.dependents],
    inOrder: [...graph.steps.inOrder],
    of: graph.steps.of,
    touched: new Set(),
  };
  for (const node of nodes) retireNode(node, draft);
  const { blockers, dependents, inOrder, of, touched } = draft;
  const nodeOf = lookUpNodes(graph.nodes, retired);
  return {
    graph: { ...graph, retired, nodeOf, blockers, dependents, steps: { inOrder, of } },
    touched,
  };
}

/** Its step is its own, and it does not wait for itself. */
function isAlone(node: number, { steps, blockers }: DependencyGraph): boolean {
  const members = steps.inOrder[steps.of[node] ?? -1]?.members;
  return members?.length === 1 && blockers[node]?.includes(node) === false;
}

function retireNode(node: number, draft: Draft): void {
  const { blockers, dependents, touched } = draft;
  for (const dependent of dependents[node] ?? none) {
    blockers[dependent] = without(blockers[dependent], node);
    touched.add(dependent);
    for (const other of blockers[dependent]) touched.add(other);
  }
  for (const blocker of blockers[node] ?? none) {
    dependents[blocker] = without(dependents[blocker], node);
    touched.add(blocker);
  }
  blockers[node] = none;
  dependents[node] = none;
  retireStep(draft.of[node] ?? -1, draft.inOrder);
}

/** The others are still in an order in which they can be done. */
function retireStep(index: number, inOrder: Step[]): void {
  const step = inOrder[index];
  if (!step) return;
  inOrder[index] = { members: step.members, before: none, after: none };
  for (const one of step.after) {
    const after = inOrder[one];
    if (after) inOrder[one] = { ...after, before: without(after.before, index) };
  }
  for (const one of step.before) {
    const before = inOrder[one];
    if (before) inOrder[one] = { ...before, after: without(before.after, index) };
  }
}

function without(numbers: readonly number[] = none, number: number): readonly number[] {
  return numbers.filter((one) => one !== number);
}
