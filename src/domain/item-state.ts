/** The one state of an item, and what its relations mean: whom it frees, what it stands before. */
import { type DependencyGraph, issuesAt, reach } from "./dependency-graph.ts";
import type { MilestonesBehind } from "./milestones-behind.ts";
import type { ItemState, PlannedItem } from "./plan.ts";
import type { Project, WorkItem } from "./project.ts";
import type { IssueReference } from "./reference.ts";
import { sameList } from "./same-list.ts";

export interface Surroundings {
  readonly project: Project;
  readonly graph: DependencyGraph;
  /** Nodes of the graph. */
  readonly inCycle: ReadonlySet<number>;
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** By step: how many open items wait for it, directly or not. */
  readonly dependentCounts: Uint32Array;
  readonly milestonesBehind: MilestonesBehind;
}

const none: readonly never[] = [];

type Relations = Pick<
  PlannedItem,
  "openBlockers" | "frees" | "dependentCount" | "blocksMilestones" | "standsBefore" | "isInCycle"
>;

/** A closed item waits for nobody and nobody for it. */
const noRelations: Relations = {
  openBlockers: none,
  frees: none,
  dependentCount: 0,
  blocksMilestones: none,
  standsBefore: none,
  isInCycle: false,
};

/** What was computed last for an item; the same again is the very same object. */
const planned = new WeakMap<WorkItem, PlannedItem>();

export function planItem(item: WorkItem, around: Surroundings): PlannedItem {
  const before = planned.get(item);
  if (before && item.resolution !== null && !item.isTracker) return before;
  const node = around.graph.nodeOf(item.number);
  const relations = node === undefined ? noRelations : relationsOf(node, around);
  const progress = item.isTracker ? progressOf(item.number, around) : null;
  if (before && isSame(before, relations, progress)) return before;
  const now = {
    ...item,
    state: stateOf(item, relations.openBlockers),
    openBlockers: relations.openBlockers,
    frees: relations.frees,
    dependentCount: relations.dependentCount,
    blocksMilestones: relations.blocksMilestones,
    standsBefore: relations.standsBefore,
    isInCycle: relations.isInCycle,
    progress,
  };
  planned.set(item, now);
  return now;
}

function isSame(
  before: PlannedItem,
  relations: Relations,
  progress: PlannedItem["progress"],
): boolean {
  return (
    before.dependentCount === relations.dependentCount &&
    before.isInCycle === relations.isInCycle &&
    sameList(before.openBlockers, relations.openBlockers) &&
    sameList(before.frees, relations.frees) &&
    sameList(before.blocksMilestones, relations.blocksMilestones) &&
    sameList(before.standsBefore, relations.standsBefore) &&
    before.progress?.done === progress?.done &&
    before.progress?.total === progress?.total
  );
}

function relationsOf(node: number, around: Surroundings): Relations {
  const { graph, inCycle, dependentCounts, milestonesBehind } = around;
  const step = graph.steps.of[node] ?? 0;
  return {
    openBlockers: issuesAt(graph.blockers[node] ?? none, graph),
    frees: freedBy(node, around),
    dependentCount: dependentCounts[step] ?? 0,
    blocksMilestones: milestonesBehind.direct.get(node) ?? none,
    standsBefore: milestonesBehind.all[step] ?? none,
    isInCycle: inCycle.has(node),
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
function freedBy(node: number, { graph, project }: Surroundings): readonly number[] {
  let freed: number[] | null = null;
  for (const one of graph.dependents[node] ?? none) {
    if (graph.blockers[one]?.length !== 1) continue;
    const issue = graph.issues[one];
    if (typeof issue !== "number" || project.items.get(issue)?.hiddenBlockers !== 0) continue;
    if (freed) freed.push(issue);
    else freed = [issue];
  }
  return freed ?? none;
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
