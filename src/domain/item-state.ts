/** The one state of an item, and what its relations mean: whom it frees, what it stands before. */
import { blockersOf, type DependencyGraph, dependentsOf, reach } from "./dependency-graph.ts";
import type { ItemState, PlannedItem } from "./plan.ts";
import type { Project, WorkItem } from "./project.ts";
import type { IssueReference } from "./reference.ts";

export interface Surroundings {
  readonly project: Project;
  readonly graph: DependencyGraph;
  readonly inCycle: ReadonlySet<IssueReference>;
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Open issue → how many open items wait for it, directly or not; none where it is missing. */
  readonly dependentCounts: ReadonlyMap<number, number>;
  /** Open issue → the open milestones that need it, by number. */
  readonly neededBy: ReadonlyMap<IssueReference, MilestonesBehind>;
}

export interface MilestonesBehind {
  readonly direct: readonly number[];
  readonly all: readonly number[];
}

export function planItem(item: WorkItem, around: Surroundings): PlannedItem {
  const openBlockers = item.resolution === null ? blockersOf(around.graph, item.number) : [];
  const behind = around.neededBy.get(item.number);
  const isOpen = item.resolution === null;
  return {
    ...item,
    state: stateOf(item, openBlockers),
    openBlockers,
    frees: isOpen ? freedBy(item.number, around) : [],
    dependentCount: around.dependentCounts.get(item.number) ?? 0,
    blocksMilestones: behind?.direct ?? [],
    standsBefore: behind?.all ?? [],
    isInCycle: around.inCycle.has(item.number),
    progress: item.isTracker ? progressOf(item.number, around) : null,
  };
}

export function stateOf(item: WorkItem, openBlockers: readonly IssueReference[]): ItemState {
  if (item.resolution !== null) return item.resolution;
  if (item.isTracker) return "tracker";
  if (item.isOnHold) return "on-hold";
  if (openBlockers.length + item.hiddenBlockers > 0) return "blocked";
  return item.isInProgress ? "in-progress" : "ready";
}

/** Those that wait for this one alone. */
function freedBy(number: number, { graph, project }: Surroundings): readonly number[] {
  return dependentsOf(graph, number).filter(
    (one) => blockersOf(graph, one).length === 1 && project.items.get(one)?.hiddenBlockers === 0,
  );
}

/** Over the set of all descendants, each once however many ways lead to it. */
function progressOf(number: number, around: Surroundings): { done: number; total: number } {
  const descendants = reach<number>([number], (one) => around.children.get(one) ?? []);
  let done = 0;
  let total = 0;
  for (const descendant of descendants) {
    const item = around.project.items.get(descendant);
    if (!item || descendant === number) continue;
    if (item.resolution === "duplicate" || item.resolution === "dropped") continue;
    total += 1;
    if (item.resolution === "completed") done += 1;
  }
  return { done, total };
}
