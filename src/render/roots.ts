/**
 * Who can free what is blocked: the issues at the root of each chain of blockers, which wait for
 * nothing themselves. One pass over what stands before an issue, however deep the chains.
 */
import type { Plan, PlannedItem, PlannedMilestone } from "../domain/plan.ts";
import { compareReferences, type IssueReference } from "../domain/reference.ts";

export interface Roots {
  /** Ascending, the first few only. */
  readonly issues: readonly IssueReference[];
  /** Some way back ends in a cycle, so no closing of issues alone can free it. */
  readonly isBehindCycle: boolean;
}

export interface ItemRoots {
  /** Undefined for an issue that waits for nothing. */
  get(issue: IssueReference): Roots | undefined;
  /** Of all these together; one that waits for nothing is its own. */
  ofAll(issues: readonly IssueReference[]): Roots;
}

const rootsKept = 4;
const noRoots: Roots = { issues: [], isBehindCycle: true };

/**
 * The roots of what a milestone waits for, each found once, when it is asked for. Work in a milestone
 * that waits itself can't begin: its roots are those of that milestone.
 */
export function rootsOfMilestones(
  plan: Plan,
  itemRoots: ItemRoots,
): (milestone: PlannedMilestone) => Roots {
  const milestones = new Map(plan.milestones.map((one) => [one.number, one]));
  const neededBy = ({ needs }: PlannedMilestone) =>
    needs.milestones.flatMap((number) => milestones.get(number) ?? []);
  const found = new Map<number, Roots>();
  const rootsOf = (milestone: PlannedMilestone): Roots => {
    const known = found.get(milestone.number);
    if (known) return known;
    // Stands while the way goes on, so that milestones that wait for each other end it.
    found.set(milestone.number, noRoots);
    const roots =
      milestone.state === "blocked"
        ? mergeAll([itemRoots.ofAll(milestone.needs.named), ...neededBy(milestone).map(rootsOf)])
        : itemRoots.ofAll(milestone.remaining);
    found.set(milestone.number, roots);
    return roots;
  };
  return rootsOf;
}

function mergeAll(all: readonly Roots[]): Roots {
  return {
    issues: leastOf(all.flatMap(({ issues }) => issues)),
    isBehindCycle: all.some(({ isBehindCycle }) => isBehindCycle),
  };
}

/** Several texts, and several tries to make one fit, ask for the same plan. */
const known = new WeakMap<Plan, ItemRoots>();

/** The roots that each blocked item waits for, found when they are asked for: a text shows few of them. */
export function findRoots(plan: Plan): ItemRoots {
  const roots = known.get(plan) ?? createRoots(plan);
  known.set(plan, roots);
  return roots;
}

function createRoots(plan: Plan): ItemRoots {
  const found = new Map<IssueReference, Roots>();
  const get = (issue: IssueReference) => {
    const blocked = blockedBefore(plan, issue, found);
    if (blocked.length > 0) addRoots(found, blocked);
    return found.get(issue);
  };
  const orItself = (issue: IssueReference) =>
    get(issue) ?? { issues: [issue], isBehindCycle: false };
  return {
    get,
    ofAll: (issues) => rootsWithoutCycle(plan, issues) ?? mergeAll(issues.map(orItself)),
  };
}

/** Undefined where a way back comes to a cycle: what is behind that counts for nobody. */
function rootsWithoutCycle(plan: Plan, issues: readonly IssueReference[]): Roots | undefined {
  const met = new Set(issues);
  const roots: IssueReference[] = [];
  for (const one of met) {
    const item = blockedItem(plan, one);
    if (item?.isInCycle) return undefined;
    if (item === undefined) roots.push(one);
    for (const blocker of item?.openBlockers ?? []) met.add(blocker);
  }
  return { issues: leastOf(roots), isBehindCycle: false };
}

function blockedItem(plan: Plan, issue: IssueReference): PlannedItem | undefined {
  const item = typeof issue === "number" ? plan.items.get(issue) : undefined;
  return item && item.openBlockers.length > 0 ? item : undefined;
}

/** The issue and all that it waits for, as far as it is blocked itself and its roots are not found. */
function blockedBefore(
  plan: Plan,
  issue: IssueReference,
  found: ReadonlyMap<IssueReference, Roots>,
): readonly PlannedItem[] {
  const met = new Set([issue]);
  const blocked: PlannedItem[] = [];
  for (const one of met) {
    const item = found.has(one) ? undefined : blockedItem(plan, one);
    if (!item) continue;
    blocked.push(item);
    for (const blocker of item.openBlockers) met.add(blocker);
  }
  return blocked;
}

function addRoots(found: Map<IssueReference, Roots>, items: readonly PlannedItem[]): void {
  const waiting = new Map<IssueReference, number>(
    items.map((item) => [item.number, item.openBlockers.length]),
  );
  const dependents = findDependents(items);
  const rootsOf = new Map<IssueReference, readonly IssueReference[]>();
  const done: IssueReference[] = [];
  for (const blocker of dependents.keys()) {
    if (waiting.has(blocker) || found.get(blocker)?.isBehindCycle) continue;
    rootsOf.set(blocker, found.get(blocker)?.issues ?? [blocker]);
    done.push(blocker);
  }
  for (let blocker = done.pop(); blocker !== undefined; blocker = done.pop()) {
    for (const item of dependents.get(blocker) ?? []) {
      const left = (waiting.get(item.number) ?? 1) - 1;
      waiting.set(item.number, left);
      rootsOf.set(item.number, mergeRoots(rootsOf.get(item.number), rootsOf.get(blocker)));
      if (left === 0) done.push(item.number);
    }
  }
  for (const [issue, left] of waiting) {
    found.set(issue, { issues: rootsOf.get(issue) ?? noRoots.issues, isBehindCycle: left > 0 });
  }
}

function findDependents(
  items: readonly PlannedItem[],
): ReadonlyMap<IssueReference, readonly PlannedItem[]> {
  const dependents = new Map<IssueReference, PlannedItem[]>();
  for (const item of items) {
    for (const blocker of item.openBlockers) {
      const list = dependents.get(blocker);
      if (list) list.push(item);
      else dependents.set(blocker, [item]);
    }
  }
  return dependents;
}

function mergeRoots(
  a: readonly IssueReference[] = [],
  b: readonly IssueReference[] = [],
): readonly IssueReference[] {
  return a.length === 0 ? b : leastOf([...a, ...b]);
}

/** Each once. Few are kept of many, so that to sort them all would be most of the work. */
function leastOf(references: readonly IssueReference[]): readonly IssueReference[] {
  const least: IssueReference[] = [];
  for (const reference of references) {
    const last = least[rootsKept - 1];
    if (last !== undefined && compareReferences(reference, last) >= 0) continue;
    if (least.includes(reference)) continue;
    const place = least.findIndex((other) => compareReferences(reference, other) < 0);
    if (place >= 0) least.splice(place, 0, reference);
    else least.push(reference);
    if (least.length > rootsKept) least.pop();
  }
  return least;
}
