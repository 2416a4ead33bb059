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
  /** Of each of these, itself where it waits for nothing: found in one pass. */
  ofEach(issues: readonly IssueReference[]): readonly Roots[];
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
  const found = new Map<number, Roots>();
  const rootsOf = (milestone: PlannedMilestone): Roots => {
    const known = found.get(milestone.number);
    if (known) return known;
    // Stands while the way goes on, so that milestones that wait for each other end it.
    found.set(milestone.number, noRoots);
    const needed = milestone.needs.milestones.flatMap((number) => milestones.get(number) ?? []);
    const roots = mergeAll([
      ...itemRoots.ofEach(milestone.needs.named),
      ...needed.flatMap((one) =>
        one.state === "blocked" ? [rootsOf(one)] : itemRoots.ofEach(one.remaining),
      ),
    ]);
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
  const find = (issues: readonly IssueReference[]) => {
    const blocked = blockedBefore(plan, issues, found);
    if (blocked.length > 0) addRoots(found, blocked);
  };
  return {
    get(issue) {
      find([issue]);
      return found.get(issue);
    },
    ofEach(issues) {
      find(issues);
      return issues.map((issue) => found.get(issue) ?? { issues: [issue], isBehindCycle: false });
    },
  };
}

/** The issues and all that they wait for, as far as it is blocked itself and its roots are not found. */
function blockedBefore(
  plan: Plan,
  issues: readonly IssueReference[],
  found: ReadonlyMap<IssueReference, Roots>,
): readonly PlannedItem[] {
  const met = new Set(issues);
  const blocked: PlannedItem[] = [];
  for (const one of met) {
    const item = typeof one === "number" ? plan.items.get(one) : undefined;
    if (!item || item.openBlockers.length === 0 || found.has(one)) continue;
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
