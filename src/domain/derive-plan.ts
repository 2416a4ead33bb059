/**
 * The one computation: from facts and the day to the plan that all surfaces are rendered from.
 * Linear in issues and dependencies.
 */
import type { Day } from "./calendar.ts";
import { countItems } from "./count.ts";
import { buildGraph, type DependencyGraph, reach } from "./dependency-graph.ts";
import { countDependents } from "./dependent-counts.ts";
import {
  blockerNotPlanned,
  closedWithOpenBlocker,
  cycleFindings,
  findCycles,
  milestoneFindings,
  sortFindings,
} from "./findings.ts";
import { planItem, type Surroundings } from "./item-state.ts";
import { milestoneCycleFindings } from "./milestone-cycles.ts";
import { isCounted } from "./milestone-members.ts";
import { createPathFinder } from "./milestone-path.ts";
import { findMilestonesBehind } from "./milestones-behind.ts";
import { findMoved } from "./moved.ts";
import { findNeeds, type NeedsSources, noNeeds } from "./needs.ts";
import { findOwnNeeds } from "./own-needs.ts";
import type { Plan, PlannedItem, PlannedMilestone } from "./plan.ts";
import { isPlanned, planMilestone } from "./plan-milestone.ts";
import type { Milestone, Project, WorkItem } from "./project.ts";

interface Derivation {
  readonly project: Project;
  readonly today: Day;
  readonly graph: DependencyGraph;
  /** Nodes of the graph. */
  readonly cycles: readonly (readonly number[])[];
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly needs: NeedsSources;
}

export function derivePlan(project: Project, today: Day): Plan {
  const derivation = prepare(project, today);
  const items = planItems(derivation);
  const milestones = planMilestones(derivation, items);
  const counted: PlannedItem[] = [];
  for (const item of items.values()) {
    if (isPlanned(item, project) && isCounted(item, project.rules)) counted.push(item);
  }
  return {
    repository: project.repository,
    url: project.url,
    unit: project.rules.unit,
    dimensions: project.rules.dimensions,
    totals: countItems(counted, project.rules.unit),
    items,
    foreign: project.foreign,
    milestones,
    activeMilestone: findActive(milestones),
    findings: findAll(derivation, milestones),
  };
}

function prepare(project: Project, today: Day): Derivation {
  const graph = buildGraph(project);
  return {
    project,
    today,
    graph,
    cycles: findCycles(graph),
    children: childrenOf(project.items.values()),
    needs: needsSources(project, graph),
  };
}

function needsSources(project: Project, graph: DependencyGraph): NeedsSources {
  const open = new Map<number, number[]>();
  for (const item of project.items.values()) {
    if (!isCounted(item, project.rules)) continue;
    const milestone = item.milestone ?? 0;
    const nodes = open.get(milestone) ?? [];
    if (nodes.length === 0) open.set(milestone, nodes);
    const node = item.resolution === null ? graph.nodeOf(item.number) : undefined;
    if (node !== undefined) nodes.push(node);
  }
  return { milestones: project.milestones, own: findOwnNeeds(project, open, graph), open, graph };
}

function planItems(derivation: Derivation): ReadonlyMap<number, PlannedItem> {
  const { project, graph, children, cycles, needs } = derivation;
  const around: Surroundings = {
    project,
    graph,
    children,
    inCycle: new Set(cycles.flat()),
    dependentCounts: countDependents(graph.steps.inOrder),
    milestonesBehind: findMilestonesBehind(needs),
  };
  const planned = new Map<number, PlannedItem>();
  for (const item of ascending(project.items)) {
    planned.set(item.number, planItem(item, around));
  }
  return planned;
}

/** They are so already, where a repository was read. */
function ascending(items: Project["items"]): Iterable<WorkItem> {
  let last = Number.NEGATIVE_INFINITY;
  for (const number of items.keys()) {
    if (number < last) return [...items.values()].sort((a, b) => a.number - b.number);
    last = number;
  }
  return items.values();
}

function planMilestones(
  derivation: Derivation,
  items: ReadonlyMap<number, PlannedItem>,
): readonly PlannedMilestone[] {
  const { project, today, graph } = derivation;
  const { milestones, rules } = project;
  const moved = findMoved(items.values());
  const members = Map.groupBy(items.values(), (item) => item.milestone ?? 0);
  const needs = findNeeds(derivation.needs);
  const findPath = createPathFinder(project, graph);
  return milestones.toSorted(byDueDay).map((milestone) => {
    const inside = members.get(milestone.number) ?? [];
    return planMilestone({
      milestone,
      members: inside,
      items,
      graph,
      findPath,
      needs: needs.get(milestone.number) ?? noNeeds,
      moved: moved.get(milestone.number) ?? [],
      rules,
      idleTrackers: idleTrackers(inside, derivation),
      today,
    });
  });
}

/** An epic whose open descendants are all in other milestones, or which has none. */
function idleTrackers(
  members: readonly PlannedItem[],
  { project, children }: Derivation,
): readonly number[] {
  const isOpenHere = (number: number, milestone: number | null) => {
    const item = project.items.get(number);
    return item?.resolution === null && item.milestone === milestone;
  };
  return members
    .filter((item) => item.state === "tracker")
    .filter((tracker) => {
      const descendants = reach([tracker.number], (one) => children.get(one) ?? []);
      return ![...descendants].some((one) => isOpenHere(one, tracker.milestone));
    })
    .map((item) => item.number);
}

function findAll(
  { project, graph, cycles }: Derivation,
  milestones: readonly PlannedMilestone[],
): Plan["findings"] {
  return sortFindings([
    ...project.findings,
    ...cycleFindings(cycles, graph),
    ...blockerNotPlanned(project),
    ...closedWithOpenBlocker(project, graph),
    ...milestoneCycleFindings(milestones),
    ...milestones.flatMap(milestoneFindings),
  ]);
}

function findActive(milestones: readonly PlannedMilestone[]): number | null {
  const open = milestones.filter(
    (milestone) => !milestone.isClosed && milestone.remaining.length > 0,
  );
  const active = open.find((milestone) => milestone.state === "open") ?? open[0];
  return active?.number ?? null;
}

function childrenOf(items: Iterable<WorkItem>): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const { number, parent } of items) {
    if (typeof parent !== "number") continue;
    const list = children.get(parent) ?? [];
    children.set(parent, list);
    list.push(number);
  }
  return children;
}

function byDueDay(a: Milestone, b: Milestone): number {
  const due = (milestone: Milestone) => milestone.dueOn ?? "9999-12-31";
  if (due(a) === due(b)) return a.number - b.number;
  return due(a) < due(b) ? -1 : 1;
}
