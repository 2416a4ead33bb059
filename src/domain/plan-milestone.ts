/** One milestone of the plan, from its items and what surrounds them. */
import type { Day } from "./calendar.ts";
import { type DependencyGraph, issuesAt } from "./dependency-graph.ts";
import { type MemberFacts, readMembers } from "./milestone-members.ts";
import type { FindPath } from "./milestone-path.ts";
import type { MilestoneNeeds } from "./needs.ts";
import type { Level, MovedItem, PlannedItem, PlannedMilestone } from "./plan.ts";
import type { CountingRules, Milestone, Project } from "./project.ts";
import { findRiskFlags } from "./risk-flags.ts";

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
  const facts = readMembers(members, rules);
  const planned = {
    ...milestone,
    state: stateOf(facts, needs),
    ...facts,
    idleTrackers: question.idleTrackers,
    needs,
    moved: question.moved,
  };
  let path: readonly Level[] | undefined;
  return {
    ...planned,
    riskFlags: findRiskFlags(planned, question.items, question.today),
    // Of most milestones nobody asks for it.
    get criticalPath() {
      path ??= criticalPathOf(members, question);
      return path;
    },
  };
}

/** Where there are milestones, what is in none is not planned. */
export function isPlanned(item: Pick<PlannedItem, "milestone">, project: Project): boolean {
  return project.milestones.length === 0 || item.milestone !== null;
}

function stateOf(
  { counted, remaining }: MemberFacts,
  needs: MilestoneNeeds,
): PlannedMilestone["state"] {
  if (counted.length > 0 && remaining.length === 0) return "complete";
  return needs.named.length + needs.milestones.length > 0 ? "blocked" : "open";
}

interface Work {
  readonly nodes: DependencyGraph["nodes"];
  readonly work: readonly number[];
}

/** By the members, which are the very same as long as none of them changes: what is to do, as nodes. */
const workOf = new WeakMap<readonly PlannedItem[], Work>();

function criticalPathOf(
  members: readonly PlannedItem[],
  { graph, findPath }: MilestoneQuestion,
): readonly Level[] {
  const before = workOf.get(members);
  const work = before?.nodes === graph.nodes ? before.work : findWork(members, graph);
  workOf.set(members, { nodes: graph.nodes, work });
  return findPath(work).map((nodes) => ({ members: issuesAt(nodes, graph) }));
}

function findWork(members: readonly PlannedItem[], graph: DependencyGraph): readonly number[] {
  const work: number[] = [];
  for (const item of members) {
    if (item.resolution !== null || item.isTracker) continue;
    const node = graph.nodeOf(item.number);
    if (node !== undefined) work.push(node);
  }
  return work;
}
