/** One milestone of the plan, from its items and what surrounds them. */
import type { Day } from "./calendar.ts";
import { countItems, isEstimated } from "./count.ts";
import { type DependencyGraph, issuesAt } from "./dependency-graph.ts";
import { groupItems } from "./groups.ts";
import { levelsWithin } from "./levels.ts";
import type { FindPath } from "./milestone-path.ts";
import type { MilestoneNeeds } from "./needs.ts";
import type { ItemState, Level, MovedItem, PlannedItem, PlannedMilestone } from "./plan.ts";
import type { CountingRules, Milestone, Project } from "./project.ts";
import { findRiskFlags } from "./risk-flags.ts";
import { findStart } from "./start-here.ts";

export interface MilestoneQuestion {
  readonly milestone: Milestone;
  /** All items of the milestone, ascending. */
  readonly members: readonly PlannedItem[];
  readonly items: ReadonlyMap<number, PlannedItem>;
  readonly graph: DependencyGraph;
  readonly findPath: FindPath;
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
    startHere: findStart(members.filter((item) => item.state === "ready")),
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
  const byState = Map.groupBy(members, (item) => item.state);
  const inState = (state: ItemState) => numbers(byState.get(state) ?? []);
  return {
    counted: numbers(counted),
    completed: numbers(counted.filter((item) => item.resolution !== null)),
    remaining: numbers(open),
    ready: inState("ready"),
    inProgress: inState("in-progress"),
    onHold: inState("on-hold"),
    blocked: inState("blocked"),
    trackers: inState("tracker"),
    dropped: inState("dropped"),
    duplicates: inState("duplicate"),
    unestimated: numbers(open.filter((item) => !isEstimated(item, rules.unit))),
  };
}

function order(members: readonly PlannedItem[], { graph, findPath }: MilestoneQuestion) {
  const open = members.filter((item) => item.resolution === null && !item.isTracker);
  const work = open.map((item) => graph.nodeOf(item.number)).filter((node) => node !== undefined);
  const inside = new Set(work);
  const isLinked = (node: number) =>
    (graph.blockers[node] ?? []).length > 0 ||
    (graph.dependents[node] ?? []).some((one) => inside.has(one));
  const linked = work.filter(isLinked);
  const sequence = levelsWithin(linked, (node) => graph.blockers[node] ?? []);
  return {
    sequence: sequence.map((level) => toLevel(level, graph)),
    independent: numbers(open.filter((_, index) => !isLinked(work[index] ?? 0))),
    criticalPath: findPath(work).map((level) => toLevel(level, graph)),
  };
}

function toLevel(nodes: readonly number[], graph: DependencyGraph): Level {
  return { members: issuesAt(nodes, graph) };
}

function numbers(items: readonly PlannedItem[]): readonly number[] {
  return items.map((item) => item.number);
}
