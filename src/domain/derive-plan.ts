/**
 * The one computation: from facts and the day to the plan that all surfaces are rendered from.
 * Linear in issues and dependencies.
 */
import type { Day } from "./calendar.ts";
import { leadsTo } from "./dependency-graph.ts";
import { type Derivation, derive } from "./derivation.ts";
import { cycleFindings, milestoneFindings, sortFindings } from "./findings.ts";
import { milestoneCycleFindings } from "./milestone-cycles.ts";
import { readMembers } from "./milestone-members.ts";
import { createPathFinder } from "./milestone-path.ts";
import { findNeeds, noNeeds } from "./needs.ts";
import type { Plan, PlannedMilestone } from "./plan.ts";
import { planMilestone } from "./plan-milestone.ts";
import type { Milestone, Project } from "./project.ts";
import { countAll } from "./totals.ts";

export function derivePlan(project: Project, today: Day): Plan {
  const derivation = derive(project);
  const milestones = planMilestones(derivation, today);
  return {
    repository: project.repository,
    url: project.url,
    unit: project.rules.unit,
    dimensions: project.rules.dimensions,
    totals: countAll(derivation.members, project),
    items: derivation.planned,
    children: derivation.around.children,
    foreign: project.foreign,
    milestones,
    activeMilestone: findActive(milestones),
    findings: findAll(derivation, milestones),
  };
}

function planMilestones(derivation: Derivation, today: Day): readonly PlannedMilestone[] {
  const { project, around, moved, members } = derivation;
  const { graph } = around;
  const { milestones, rules } = project;
  const needs = findNeeds(derivation.needs);
  const findPath = createPathFinder(project, graph);
  return milestones.toSorted(byDueDay).map((milestone) => {
    const inside = members.get(milestone.number) ?? [];
    return planMilestone({
      milestone,
      members: inside,
      items: derivation.planned,
      graph,
      findPath,
      needs: needs.get(milestone.number) ?? noNeeds,
      moved: moved.get(milestone.number) ?? [],
      rules,
      idleTrackers: idleTrackers(readMembers(inside, rules).trackers, milestone.number, derivation),
      today,
    });
  });
}

/** Epics whose open descendants are all in other milestones, or which have none. */
function idleTrackers(
  trackers: readonly number[],
  milestone: number,
  { project, around: { children } }: Derivation,
): readonly number[] {
  const isOpenHere = (number: number) => {
    const item = project.items.get(number);
    return item?.resolution === null && item.milestone === milestone;
  };
  return trackers.filter((tracker) => !leadsTo(tracker, children, isOpenHere));
}

function findAll(
  { project, around: { graph }, cycles, notPlanned, closedBefore }: Derivation,
  milestones: readonly PlannedMilestone[],
): Plan["findings"] {
  return sortFindings([
    ...project.findings,
    ...cycleFindings(cycles, graph),
    ...notPlanned,
    ...closedBefore.findings.filter((finding) => finding !== undefined),
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

function byDueDay(a: Milestone, b: Milestone): number {
  const due = (milestone: Milestone) => milestone.dueOn ?? "9999-12-31";
  if (due(a) === due(b)) return a.number - b.number;
  return due(a) < due(b) ? -1 : 1;
}
