/** What open milestones wait for, and, seen from the other end, which milestones wait for an issue. */
import { blockersOf, type DependencyGraph, isOpen, reach } from "./dependency-graph.ts";
import type { MilestonesBehind } from "./item-state.ts";
import type { PlannedMilestone } from "./plan.ts";
import type { Milestone, Project, WorkItem } from "./project.ts";
import { compareReferences, type IssueReference } from "./reference.ts";

export type MilestoneNeeds = PlannedMilestone["needs"];

export interface NeedsQuestion {
  readonly project: Project;
  readonly graph: DependencyGraph;
  readonly milestones: ReadonlyMap<number, Milestone>;
  /** Counted items by milestone number. */
  readonly counted: ReadonlyMap<number, readonly WorkItem[]>;
}

interface OwnNeeds {
  readonly named: readonly IssueReference[];
  /** The named ones, and those of the milestones. */
  readonly issues: readonly IssueReference[];
  readonly milestones: readonly number[];
}

const nothing: OwnNeeds = { named: [], issues: [], milestones: [] };

/** By milestone number. Closed milestones wait for nothing. */
export function findNeeds(question: NeedsQuestion): ReadonlyMap<number, MilestoneNeeds> {
  const { milestones } = question.project;
  const own = new Map(milestones.map((one) => [one.number, ownNeeds(one, question)]));
  return new Map(
    milestones.map((milestone) => [milestone.number, needsOf(milestone, own, question.graph)]),
  );
}

export function findMilestonesBehind(
  needs: ReadonlyMap<number, MilestoneNeeds>,
): ReadonlyMap<IssueReference, MilestonesBehind> {
  const behind = new Map<IssueReference, { direct: number[]; all: number[] }>();
  for (const [milestone, { named, transitive }] of needs) {
    for (const issue of named) entry(behind, issue).direct.push(milestone);
    for (const issue of transitive) entry(behind, issue).all.push(milestone);
  }
  for (const { direct, all } of behind.values()) {
    direct.sort((a, b) => a - b);
    all.sort((a, b) => a - b);
  }
  return behind;
}

function needsOf(
  { number, isClosed }: Milestone,
  own: ReadonlyMap<number, OwnNeeds>,
  graph: DependencyGraph,
): MilestoneNeeds {
  if (isClosed) return { named: [], direct: [], transitive: [], milestones: [] };
  const ownOf = (milestone: number) => own.get(milestone) ?? nothing;
  const further = reach([number], (milestone) => ownOf(milestone).milestones);
  const starts = [number, ...further].flatMap((milestone) => ownOf(milestone).issues);
  const above = reach(starts, (issue) => blockersOf(graph, issue));
  const { named, issues, milestones } = ownOf(number);
  return {
    named: inOrder(named),
    direct: inOrder(issues),
    transitive: inOrder([...starts, ...above]),
    milestones: milestones.toSorted((a, b) => a - b),
  };
}

/** The open issues named, and the open ones of the milestones named. */
function ownNeeds(milestone: Milestone, question: NeedsQuestion): OwnNeeds {
  const milestones = milestone.needsMilestones.filter(
    (other) => other !== milestone.number && !isReached(other, question),
  );
  const named = milestone.needsIssues.filter((issue) => isOpen(question.project, issue));
  const inside = milestones.flatMap((needed) =>
    (question.counted.get(needed) ?? [])
      .filter((item) => item.resolution === null)
      .map((item) => item.number),
  );
  return { named, issues: [...named, ...inside], milestones };
}

function inOrder(issues: readonly IssueReference[]): readonly IssueReference[] {
  return [...new Set(issues)].sort(compareReferences);
}

/** A milestone is reached when all that counts in it is closed, or when it was closed empty. */
function isReached(number: number, question: NeedsQuestion): boolean {
  const counted = question.counted.get(number) ?? [];
  if (counted.length === 0) return question.milestones.get(number)?.isClosed ?? true;
  return counted.every((item) => item.resolution !== null);
}

function entry(
  behind: Map<IssueReference, { direct: number[]; all: number[] }>,
  issue: IssueReference,
): { direct: number[]; all: number[] } {
  const present = behind.get(issue) ?? { direct: [], all: [] };
  behind.set(issue, present);
  return present;
}
