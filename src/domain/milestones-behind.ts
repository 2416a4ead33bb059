/** The needs of milestones seen from the other end: which open milestones wait for an issue. */
import { reach } from "./dependency-graph.ts";
import type { NeedsSources } from "./needs.ts";
import { sameList } from "./same-list.ts";
import { createUnion, type NumberSet, noNumbers } from "./shared-sets.ts";
import type { Steps } from "./steps.ts";

/** Open milestones by number; issues share their lists. */
export interface MilestonesBehind {
  /** By node: those whose `Needs:` names the issue itself; none where it is missing. */
  readonly direct: ReadonlyMap<number, NumberSet>;
  /** By step: those that wait for it, directly or through others. */
  readonly all: readonly NumberSet[];
}

/** Nodes, and the open milestones that need each of them. */
interface Demand {
  readonly nodes: readonly number[];
  readonly milestones: NumberSet;
}

export function findMilestonesBehind(sources: NeedsSources): MilestonesBehind {
  const open = sources.milestones.filter((one) => !one.isClosed).map((one) => one.number);
  return {
    direct: invert(open, (milestone) => sources.own.get(milestone)?.named ?? noNumbers),
    all: waitingFor(sources.graph.steps, findDemands(sources, new Set(open))),
  };
}

/** Whether the same milestones name the same. */
export function hasSameDemands(some: NeedsSources, others: NeedsSources): boolean {
  return (
    some.milestones.length === others.milestones.length &&
    some.milestones.every(({ number, isClosed }, place) => {
      const [a, b] = [some.own.get(number), others.own.get(number)];
      const other = others.milestones[place];
      return (
        other?.number === number &&
        other.isClosed === isClosed &&
        sameList(a?.named ?? noNumbers, b?.named ?? noNumbers) &&
        sameList(a?.milestones ?? noNumbers, b?.milestones ?? noNumbers)
      );
    })
  );
}

/** By step: the milestones that need it, and those behind the steps that wait for it. */
function waitingFor({ inOrder, of }: Steps, demands: readonly Demand[]): readonly NumberSet[] {
  const union = createUnion();
  const waiting = inOrder.map(() => noNumbers);
  for (const { nodes, milestones } of demands) {
    for (const node of nodes) {
      const index = of[node] ?? 0;
      waiting[index] = union(waiting[index] ?? noNumbers, milestones);
    }
  }
  for (let index = inOrder.length - 1; index >= 0; index -= 1) {
    let behind = waiting[index] ?? noNumbers;
    for (const one of inOrder[index]?.after ?? noNumbers) {
      behind = union(behind, waiting[one] ?? noNumbers);
    }
    waiting[index] = behind;
  }
  return waiting;
}

/** What milestones name, issues and whole milestones, and who waits for it. */
function findDemands(
  { own, open: openNodes }: NeedsSources,
  open: ReadonlySet<number>,
): readonly Demand[] {
  const needing = invert([...own.keys()], (one) => own.get(one)?.milestones ?? noNumbers);
  const behind = (milestone: number) => reach([milestone], (one) => needing.get(one) ?? noNumbers);
  const openOnes = (milestones: Iterable<number>) =>
    [...new Set(milestones)].filter((one) => open.has(one)).sort((a, b) => a - b);
  const naming = [...own].filter(([, { named }]) => named.length > 0);
  return [
    ...naming.map(([milestone, { named }]) => ({
      nodes: named,
      milestones: openOnes([milestone, ...behind(milestone)]),
    })),
    ...[...needing.keys()].map((needed) => ({
      nodes: openNodes.get(needed) ?? noNumbers,
      milestones: openOnes(behind(needed)),
    })),
  ];
}

/** Which of the numbers lead to each target, ascending. */
function invert(
  numbers: readonly number[],
  targetsOf: (number: number) => readonly number[],
): ReadonlyMap<number, NumberSet> {
  const leading = new Map<number, number[]>();
  for (const number of numbers.toSorted((a, b) => a - b)) {
    for (const target of targetsOf(number)) {
      const list = leading.get(target);
      if (list) list.push(number);
      else leading.set(target, [number]);
    }
  }
  return leading;
}
