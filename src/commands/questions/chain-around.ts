/** What stands before an issue and what waits behind it, over any number of steps. */
import { reach } from "../../domain/dependency-graph.ts";
import { levelsOf } from "../../domain/levels.ts";
import type { Level, Plan } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";

/** Everything open that the issue waits for, itself left out: the first level can start first. */
export function chainBefore(plan: Plan, issue: IssueReference): readonly Level[] {
  const before = reach([issue], (one) => openBlockersOf(plan, one));
  return chainThrough(
    plan,
    [...before].filter((one) => one !== issue),
  );
}

/** These, in the order in which they can be done. */
export function chainThrough(plan: Plan, issues: readonly IssueReference[]): readonly Level[] {
  return levelsOf(issues, (one) => openBlockersOf(plan, one));
}

/** Everything open that waits for the issue, the issue itself left out. */
export function chainBehind(plan: Plan, issue: number): readonly Level[] {
  const dependents = findDependents(plan);
  const behind = reach<IssueReference>([issue], (one) => dependents.get(one) ?? []);
  return chainThrough(
    plan,
    [...behind].filter((one) => one !== issue),
  );
}

/** Those of a chain that wait for nothing that is known: work on them is what helps. */
export function rootsOf(plan: Plan, chain: readonly Level[]): readonly IssueReference[] {
  const first = chain[0]?.members ?? [];
  return first.filter((one) => openBlockersOf(plan, one).length === 0);
}

function openBlockersOf(plan: Plan, issue: IssueReference): readonly IssueReference[] {
  return typeof issue === "number" ? (plan.items.get(issue)?.openBlockers ?? []) : [];
}

function findDependents(plan: Plan): ReadonlyMap<IssueReference, readonly number[]> {
  const dependents = new Map<IssueReference, number[]>();
  for (const { number, openBlockers } of plan.items.values()) {
    for (const blocker of openBlockers) {
      const known = dependents.get(blocker);
      if (known) known.push(number);
      else dependents.set(blocker, [number]);
    }
  }
  return dependents;
}
