/** One milestone of the plan, from its items and what surrounds them. */
import type { Day } from "./calendar.ts";
import { countItems, isEstimated, middle, sizeOf } from "./count.ts";
import { criticalPath } from "./critical-path.ts";
import { blockersOf, type DependencyGraph, dependentsOf, reach } from "./dependency-graph.ts";
import { groupItems } from "./groups.ts";
import { levelsOf } from "./levels.ts";
import type { MilestoneNeeds } from "./needs.ts";
import type { Level, MovedItem, PlannedItem, PlannedMilestone } from "./plan.ts";
import type { CountingRules, Milestone, Project } from "./project.ts";
import type { IssueReference } from "./reference.ts";
import { findRiskFlags } from "./risk-flags.ts";
import { findStart } from "./start-here.ts";

export interface MilestoneQuestion {
  readonly milestone: Milestone;
  /** All items of the milestone, ascending. */
  readonly members: readonly PlannedItem[];
  readonly items: ReadonlyMap<number, PlannedItem>;
  readonly graph: DependencyGraph;
  readonly needs: MilestoneNeeds;
  readonly moved: readonly MovedItem[];
  readonly rules: CountingRules;
  readonly idleTrackers: readonly number[];
  readonly today: Day;
}

export function planMilestone(question: MilestoneQuestion): PlannedMilestone {
  const { milestone, members, rules, needs } = question;
  const counted = members.filter((item) => isCounted(item, rules));
  const count = countItems(counted, rules.unit);
  const planned = {
    ...milestone,
    state: stateOf(counted, needs),
    count,
    ...lists(members, counted, rules),
    ...order(members, question),
    idleTrackers: question.idleTrackers,
    startHere: findStart(inState(members, "ready")),
    needs,
    groups: groupItems(counted, rules.dimensions, rules.unit),
    moved: question.moved,
  };
  return { ...planned, riskFlags: findRiskFlags(planned, question.items, question.today) };
}

/** Duplicates and dropped issues never count; trackers do unless the configuration says no. */
export function isCounted(
  item: Pick<PlannedItem, "resolution" | "isTracker">,
  rules: CountingRules,
): boolean {
  if (item.resolution === "duplicate" || item.resolution === "dropped") return false;
  return rules.countEpics || !item.isTracker;
}

/** Where there are milestones, what is in none is not planned. */
export function isPlanned(item: Pick<PlannedItem, "milestone">, project: Project): boolean {
  return project.milestones.length === 0 || item.milestone !== null;
}

function stateOf(
  counted: readonly PlannedItem[],
  needs: MilestoneNeeds,
): PlannedMilestone["state"] {
  const isComplete = counted.length > 0 && counted.every((item) => item.resolution !== null);
  if (isComplete) return "complete";
  return needs.direct.length + needs.milestones.length > 0 ? "blocked" : "open";
}

function lists(
  members: readonly PlannedItem[],
  counted: readonly PlannedItem[],
  rules: CountingRules,
) {
  const open = counted.filter((item) => item.resolution === null);
  return {
    counted: numbers(counted),
    completed: numbers(counted.filter((item) => item.resolution !== null)),
    remaining: numbers(open),
    ready: numbers(inState(members, "ready")),
    inProgress: numbers(inState(members, "in-progress")),
    onHold: numbers(inState(members, "on-hold")),
    blocked: numbers(inState(members, "blocked")),
    trackers: numbers(inState(members, "tracker")),
    dropped: numbers(inState(members, "dropped")),
    duplicates: numbers(inState(members, "duplicate")),
    unestimated: numbers(open.filter((item) => !isEstimated(item, rules.unit))),
  };
}

function order(members: readonly PlannedItem[], question: MilestoneQuestion) {
  const { graph } = question;
  const work = members.filter((item) => item.resolution === null && !item.isTracker);
  const inside = new Set<IssueReference>(numbers(work));
  const isLinked = ({ number }: PlannedItem) =>
    blockersOf(graph, number).length > 0 ||
    dependentsOf(graph, number).some((one) => inside.has(one));
  const linked = numbers(work.filter(isLinked));
  return {
    sequence: levelsOf(linked, (issue) => blockersOf(graph, issue)),
    independent: numbers(work.filter((item) => !isLinked(item))),
    criticalPath: pathThrough(numbers(work), question),
  };
}

/** Open blockers from elsewhere join, whatever they are: the work waits for them all the same. */
function pathThrough(work: readonly number[], question: MilestoneQuestion): readonly Level[] {
  const blockers = (issue: IssueReference) => blockersOf(question.graph, issue);
  const outside = reach<IssueReference>(work, blockers);
  const nodes = [...new Set<IssueReference>([...work, ...outside])];
  return criticalPath({ nodes, blockersOf: blockers, weightOf: weights(nodes, question) });
}

/** The unit's estimate of what is left; the median where there is none. */
function weights(
  nodes: readonly IssueReference[],
  { items, rules }: MilestoneQuestion,
): (node: IssueReference) => number {
  const known = new Map<IssueReference, number>();
  for (const node of nodes) {
    const item = typeof node === "number" ? items.get(node) : undefined;
    if (item && isEstimated(item, rules.unit)) known.set(node, leftOf(item, rules));
  }
  const assumed = median([...known.values()]) ?? 1;
  return (node) => known.get(node) ?? assumed;
}

function leftOf(item: PlannedItem, { unit }: CountingRules): number {
  const size = middle(sizeOf(item, unit));
  return unit === "tasks" && item.tasks.total > 0 ? size - item.tasks.done : size;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function inState(items: readonly PlannedItem[], state: PlannedItem["state"]) {
  return items.filter((item) => item.state === state);
}

function numbers(items: readonly PlannedItem[]): readonly number[] {
  return items.map((item) => item.number);
}
