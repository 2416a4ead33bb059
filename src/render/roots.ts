/**
 * Who can free what is blocked: the issues at the root of each chain of blockers, which wait for
 * nothing themselves. One pass over the whole graph, however deep the chains.
 */
import type { Plan, PlannedItem } from "../domain/plan.ts";
import { compareReferences, type IssueReference } from "../domain/reference.ts";

export interface Roots {
  /** Ascending, the first few only. */
  readonly issues: readonly IssueReference[];
  /** Some way back ends in a cycle, so no closing of issues alone can free it. */
  readonly isBehindCycle: boolean;
}

const rootsKept = 4;
const noRoots: Roots = { issues: [], isBehindCycle: true };

/** For each blocked item the roots it waits for. */
export function findRoots(plan: Plan): ReadonlyMap<IssueReference, Roots> {
  const waiting = countBlockers(plan);
  const dependents = findDependents(plan);
  const rootsOf = new Map<IssueReference, readonly IssueReference[]>();
  const done = [...dependents.keys()].filter((blocker) => !waiting.has(blocker));
  for (const root of done) rootsOf.set(root, [root]);
  for (let blocker = done.pop(); blocker !== undefined; blocker = done.pop()) {
    for (const item of dependents.get(blocker) ?? []) {
      const left = (waiting.get(item.number) ?? 1) - 1;
      waiting.set(item.number, left);
      rootsOf.set(item.number, mergeRoots(rootsOf.get(item.number), rootsOf.get(blocker)));
      if (left === 0) done.push(item.number);
    }
  }
  return new Map(
    [...waiting].map(([number, left]) => [
      number,
      { issues: rootsOf.get(number) ?? noRoots.issues, isBehindCycle: left > 0 },
    ]),
  );
}

function countBlockers(plan: Plan): Map<IssueReference, number> {
  const waiting = new Map<IssueReference, number>();
  for (const item of plan.items.values()) {
    if (item.openBlockers.length > 0) waiting.set(item.number, item.openBlockers.length);
  }
  return waiting;
}

function findDependents(plan: Plan): ReadonlyMap<IssueReference, readonly PlannedItem[]> {
  const dependents = new Map<IssueReference, PlannedItem[]>();
  for (const item of plan.items.values()) {
    for (const blocker of item.openBlockers) {
      const known = dependents.get(blocker);
      if (known) known.push(item);
      else dependents.set(blocker, [item]);
    }
  }
  return dependents;
}

function mergeRoots(
  a: readonly IssueReference[] = [],
  b: readonly IssueReference[] = [],
): readonly IssueReference[] {
  return [...new Set([...a, ...b])].sort(compareReferences).slice(0, rootsKept);
}
