/** What open milestones wait for: issues and milestones named, and all that those wait for. */
import { type DependencyGraph, issuesAt, reach, withBlockers } from "./dependency-graph.ts";
import type { OwnNeeds } from "./own-needs.ts";
import type { PlannedMilestone } from "./plan.ts";
import type { Milestone } from "./project.ts";
import type { IssueReference } from "./reference.ts";
import { sortNumbers } from "./sort-numbers.ts";

export type MilestoneNeeds = PlannedMilestone["needs"];

export interface NeedsSources {
  readonly milestones: readonly Milestone[];
  /** By milestone number. */
  readonly own: ReadonlyMap<number, OwnNeeds>;
  /** For each milestone in which anything counts, by number: what of it is open, as nodes of the graph. */
  readonly open: ReadonlyMap<number, readonly number[]>;
  readonly graph: DependencyGraph;
}

export const noNeeds: MilestoneNeeds = { named: [], direct: [], transitive: [], milestones: [] };

/** By milestone number. Closed milestones wait for nothing. */
export function findNeeds(sources: NeedsSources): ReadonlyMap<number, MilestoneNeeds> {
  return new Map(
    sources.milestones.map(({ number, isClosed }) => [
      number,
      isClosed ? noNeeds : needsOf(number, sources),
    ]),
  );
}

function needsOf(milestone: number, sources: NeedsSources): MilestoneNeeds {
  const { graph, own } = sources;
  const { named, milestones } = own.get(milestone) ?? { named: [], milestones: [] };
  return {
    named: issuesAt(ascending(named), graph),
    direct: issuesAt(ascending(directNodes(milestone, sources)), graph),
    // Of milestones in a row each waits for all that those before it do: found when asked for, never kept.
    get transitive() {
      return transitiveNeeds(milestone, sources);
    },
    milestones: ascending(milestones),
  };
}

/** The open issues named, and the open ones of the milestones named. */
function directNodes(milestone: number, { own, open }: NeedsSources): readonly number[] {
  const { named, milestones } = own.get(milestone) ?? { named: [], milestones: [] };
  return [...named, ...milestones.flatMap((needed) => open.get(needed) ?? [])];
}

function transitiveNeeds(milestone: number, sources: NeedsSources): readonly IssueReference[] {
  const { own, graph } = sources;
  const further = reach([milestone], (one) => own.get(one)?.milestones ?? []);
  const milestones = new Set([milestone, ...further]);
  const starts = [...milestones].flatMap((one) => directNodes(one, sources));
  return issuesAt(withBlockers(starts, graph.blockers), graph);
}

function ascending(numbers: readonly number[]): readonly number[] {
  return sortNumbers([...new Set(numbers)]);
}
