/**
 * What a plan is made of before milestones are looked at. Where little has changed since the last plan of the same
 * issues, it goes on from there: what hangs on the changed issues is found anew, and everything else is what it was.
 */
import { ByNumber } from "./by-number.ts";
import { type ClosedBefore, findClosedBefore, updateClosedBefore } from "./closed-before.ts";
import { buildGraph, type DependencyGraph } from "./dependency-graph.ts";
import { countDependents } from "./dependent-counts.ts";
import { blockerNotPlanned, findCycles, saysTheSame } from "./findings.ts";
import type { Surroundings } from "./item-state.ts";
import { createListMemory } from "./list-memory.ts";
import { groupByMilestone, type Members, updateMembers } from "./members.ts";
import { findMilestonesBehind, hasSameDemands } from "./milestones-behind.ts";
import { findMoved } from "./moved.ts";
import { type NeedsSources, needsSources } from "./needs.ts";
import type { MovedItem } from "./plan.ts";
import { type PlannedItems, planItems, updateItems } from "./planned-items.ts";
import type { Finding, Project, WorkItem } from "./project.ts";
import { findChanges, type ItemChange } from "./project-changes.ts";
import { retireNodes } from "./retired-nodes.ts";

export interface Derivation {
  readonly project: Project;
  /** Nodes of the graph. */
  readonly cycles: readonly (readonly number[])[];
  readonly needs: NeedsSources;
  readonly around: Surroundings;
  readonly planned: PlannedItems;
  readonly members: Members;
  readonly moved: ReadonlyMap<number, readonly MovedItem[]>;
  readonly closedBefore: ClosedBefore;
  /** On blockers that were closed as not planned. */
  readonly notPlanned: readonly Finding[];
}

const last = createListMemory<WorkItem, Derivation>();

export function derive(project: Project): Derivation {
  const items = ByNumber.listOf(project.items);
  const before = last.find(items);
  const around = before && { before: before.result.project, now: project };
  const changes = around && findChanges(before.list, items, around);
  const goneOn = changes && goOn(before.result, project, changes);
  if (goneOn) return last.keep(items, goneOn);
  const inOrder = ascending(items);
  return last.keep(inOrder, begin(project, inOrder));
}

/** They are so already, where a repository was read. */
function ascending(items: readonly WorkItem[]): readonly WorkItem[] {
  const isAscending = items.every(({ number }, place) => number > (items[place - 1]?.number ?? 0));
  return isAscending ? items : items.toSorted((a, b) => a.number - b.number);
}

function begin(project: Project, items: readonly WorkItem[]): Derivation {
  const graph = buildGraph(project);
  const cycles = findCycles(graph);
  const needs = needsSources(project, graph);
  const around: Surroundings = {
    project,
    graph,
    children: childrenOf(items),
    inCycle: new Set(cycles.flat()),
    dependentCounts: countDependents(graph.steps.inOrder),
    milestonesBehind: findMilestonesBehind(needs),
  };
  const planned = planItems(items, around);
  return {
    project,
    cycles,
    needs,
    around,
    planned,
    members: groupByMilestone(planned),
    moved: findMoved(items),
    closedBefore: findClosedBefore(project, graph),
    notPlanned: blockerNotPlanned(project),
  };
}

/** Undefined where the graph has to be built anew. */
function goOn(
  before: Derivation,
  project: Project,
  changes: readonly ItemChange[],
): Derivation | undefined {
  const closed = closedNodes(changes, before.around.graph);
  const retired = retireNodes(before.around.graph, closed);
  if (!retired) return undefined;
  const { graph, touched } = retired;
  const needs = needsSources(project, graph, { open: before.needs.open, changes });
  const around = { ...before.around, project, graph, ...standingBehind(before, needs, changes) };
  const updated = updateItems(before, around, { changes, touched });
  const { planned } = updated;
  return {
    project,
    cycles: before.cycles,
    needs,
    around,
    planned,
    members: updateMembers(before.members, updated),
    moved: changes.some(tellsOfMoves) ? findMoved(planned.values()) : before.moved,
    closedBefore:
      hasMilestones(project) === hasMilestones(before.project)
        ? updateClosedBefore(before.closedBefore, changes, project, graph)
        : findClosedBefore(project, graph),
    notPlanned: saysTheSame(before.notPlanned, changes)
      ? before.notPlanned
      : blockerNotPlanned(project),
  };
}

/** What waits behind others is the same after closing issues that wait for nothing themselves. */
function standingBehind(
  { around, needs: needsBefore }: Derivation,
  needs: NeedsSources,
  changes: readonly ItemChange[],
): Pick<Surroundings, "dependentCounts" | "milestonesBehind"> {
  const { graph, dependentCounts, milestonesBehind } = around;
  const isFirst = closedNodes(changes, graph).every((node) => graph.blockers[node]?.length === 0);
  const isDemandedAlike =
    changes.every(({ before, now }) => before.milestone === now.milestone) &&
    hasSameDemands(needsBefore, needs);
  return {
    dependentCounts: isFirst ? dependentCounts : countDependents(needs.graph.steps.inOrder),
    milestonesBehind: isFirst && isDemandedAlike ? milestonesBehind : findMilestonesBehind(needs),
  };
}

function closedNodes(
  changes: readonly ItemChange[],
  { nodeOf }: DependencyGraph,
): readonly number[] {
  return changes
    .filter(({ before, now }) => before.resolution === null && now.resolution !== null)
    .map(({ now }) => nodeOf(now.number))
    .filter((node) => node !== undefined);
}

function tellsOfMoves({ before, now }: ItemChange): boolean {
  return before.earlierMilestones.length + now.earlierMilestones.length > 0;
}

function hasMilestones({ milestones }: Project): boolean {
  return milestones.length > 0;
}

function childrenOf(items: readonly WorkItem[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const { number, parent } of items) {
    if (typeof parent !== "number") continue;
    const list = children.get(parent) ?? [];
    children.set(parent, list);
    list.push(number);
  }
  return children;
}
