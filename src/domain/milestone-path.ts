/**
 * The critical path of each milestone. Where every issue that a milestone waits for has an estimate, the
 * durations are the same for all milestones and found once; else they hang on the milestone's median.
 */
import { isEstimated, middle, sizeOf } from "./count.ts";
import { criticalPath, type Durations, findFinishes } from "./critical-path.ts";
import { type DependencyGraph, withBlockers } from "./dependency-graph.ts";
import type { Project, Unit, WorkItem } from "./project.ts";
import { sortNumbers } from "./sort-numbers.ts";
import type { Steps } from "./steps.ts";

/**
 * The path through these nodes, by level. Open blockers from elsewhere join, whatever they are: the
 * work waits for them all the same.
 */
export type FindPath = (work: readonly number[]) => readonly (readonly number[])[];

/** What is left of an issue in the plan's unit, by node; undefined where there is no estimate. */
type Weights = readonly (number | undefined)[];

/** By a step's index. */
interface Estimates {
  /** What the estimates of its members add up to. */
  readonly known: Float64Array;
  /** How many of its members have none. */
  readonly missing: Uint32Array;
  /** 1 where it, or one that it waits for, has a member without. */
  readonly isUnsure: Uint8Array;
}

/** What it needs to know of all issues it finds out when it is first asked. */
export function createPathFinder(project: Project, graph: DependencyGraph): FindPath {
  let find: FindPath | undefined;
  return (work) => {
    find ??= preparePathFinder(project, graph);
    return find(work);
  };
}

function preparePathFinder(project: Project, graph: DependencyGraph): FindPath {
  const { steps } = graph;
  if (project.rules.unit === "issues") return countingPathFinder(steps);
  const weights = weigh(project, graph);
  const estimates = collectEstimates(steps, weights);
  const sure = emptyDurations(steps);
  sure.weights.set(estimates.known);
  findFinishes(steps.inOrder, sure);
  const guessed = emptyDurations(steps);
  return (work) => {
    const ends = stepsOf(work, steps);
    const isUnsure = ends.some((end) => estimates.isUnsure[end] === 1);
    if (isUnsure) guess(guessed, estimates, withBlockers(work, graph.blockers), weights, steps);
    return criticalPath(steps.inOrder, isUnsure ? guessed : sure, ends);
  };
}

/** Counted in issues, one elsewhere weighs what all do. */
function countingPathFinder(steps: Steps): FindPath {
  const durations = emptyDurations(steps);
  durations.weights.set(steps.inOrder.map(({ members }) => members.length));
  findFinishes(steps.inOrder, durations);
  return (work) => criticalPath(steps.inOrder, durations, stepsOf(work, steps));
}

function weigh({ items, rules }: Project, { issues }: DependencyGraph): Weights {
  return issues.map((issue) => {
    const item = typeof issue === "number" ? items.get(issue) : undefined;
    return item && isEstimated(item, rules.unit) ? leftOf(item, rules.unit) : undefined;
  });
}

function leftOf(item: WorkItem, unit: Unit): number {
  const size = middle(sizeOf(item, unit));
  return unit === "tasks" && item.tasks.total > 0 ? size - item.tasks.done : size;
}

function collectEstimates({ inOrder }: Steps, weights: Weights): Estimates {
  const known = new Float64Array(inOrder.length);
  const missing = new Uint32Array(inOrder.length);
  const isUnsure = new Uint8Array(inOrder.length);
  inOrder.forEach(({ members, before }, index) => {
    for (const member of members) {
      const weight = weights[member];
      if (weight === undefined) missing[index] = (missing[index] ?? 0) + 1;
      else known[index] = (known[index] ?? 0) + weight;
    }
    const isSure = missing[index] === 0 && before.every((one) => isUnsure[one] === 0);
    isUnsure[index] = isSure ? 0 : 1;
  });
  return { known, missing, isUnsure };
}

function emptyDurations({ inOrder }: Steps): Durations {
  const { length } = inOrder;
  return { weights: new Float64Array(length), finishes: new Float64Array(length) };
}

/** Fills in the durations of these nodes' steps; the nodes' median stands for an estimate that is missing. */
function guess(
  durations: Durations,
  { known, missing }: Estimates,
  nodes: readonly number[],
  weights: Weights,
  steps: Steps,
): void {
  const estimates = nodes.map((node) => weights[node]).filter((weight) => weight !== undefined);
  const assumed = median(estimates) ?? 1;
  const indexes = stepsOf(nodes, steps);
  for (const index of indexes) {
    durations.weights[index] = (known[index] ?? 0) + (missing[index] ?? 0) * assumed;
  }
  findFinishes(steps.inOrder, durations, indexes);
}

/** Ascending, each once. */
function stepsOf(nodes: readonly number[], { of }: Steps): readonly number[] {
  return sortNumbers([...new Set(nodes.map((node) => of[node] ?? 0))]);
}

function median(values: readonly number[]): number | undefined {
  const sorted = sortNumbers(values);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
