/** What open milestones wait for: issues and milestones named, and all that those wait for. */
import { type DependencyGraph, issuesAt, reach, withBlockers } from "./dependency-graph.ts";
import { isCounted } from "./milestone-members.ts";
import { findOwnNeeds, type OwnNeeds } from "./own-needs.ts";
import type { PlannedMilestone } from "./plan.ts";
import type { Milestone, Project } from "./project.ts";
import type { ItemChange } from "./project-changes.ts";
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

/** `before`: what was found before these items changed, where nothing but that has. */
export function needsSources(
  project: Project,
  graph: DependencyGraph,
  before?: { readonly open: NeedsSources["open"]; readonly changes: readonly ItemChange[] },
): NeedsSources {
  const open = (before && updateOpen(before, project, graph)) ?? findOpen(project, graph);
  return { milestones: project.milestones, own: findOwnNeeds(project, open, graph), open, graph };
}

function findOpen({ items, rules }: Project, graph: DependencyGraph): NeedsSources["open"] {
  const open = new Map<number, number[]>();
  for (const item of items.values()) {
    if (!isCounted(item, rules)) continue;
    const milestone = item.milestone ?? 0;
    const nodes = open.get(milestone) ?? [];
    if (nodes.length === 0) open.set(milestone, nodes);
    const node = item.resolution === null ? graph.nodeOf(item.number) : undefined;
    if (node !== undefined) nodes.push(node);
  }
  return open;
}

function updateOpen(
  {
    open,
    changes,
  }: { readonly open: NeedsSources["open"]; readonly changes: readonly ItemChange[] },
  { rules }: Project,
  { retired }: DependencyGraph,
): NeedsSources["open"] | undefined {
  const updated = new Map(open);
  for (const { before, now } of changes) {
    const isPlacedAlike = before.milestone === now.milestone;
    if (!isPlacedAlike || isCounted(before, rules) !== isCounted(now, rules)) return undefined;
    const milestone = now.milestone ?? 0;
    const nodes = updated.get(milestone);
    if (nodes)
      updated.set(
        milestone,
        nodes.filter((node) => !retired.has(node)),
      );
  }
  return updated;
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
    // Of milestones in a row each waits for all that those before it do: found when asked for, never kept.
    get direct() {
      return issuesAt(ascending(directNodes(milestone, sources)), graph);
    },
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

/** Whether it waits for issues of that milestone: for some of them, or for all. */
export function waitsFor({ needs }: PlannedMilestone, other: PlannedMilestone): boolean {
  const isInOther = (issue: IssueReference) =>
    typeof issue === "number" && other.remaining.includes(issue);
  return needs.milestones.includes(other.number) || needs.named.some(isInOther);
}

/** Most often they are so already. */
function ascending(numbers: readonly number[]): readonly number[] {
  if (numbers.every((number, place) => place === 0 || number > (numbers[place - 1] ?? 0))) {
    return numbers;
  }
  const sorted = sortNumbers(numbers);
  return sorted.filter((number, place) => number !== sorted[place - 1]);
}
