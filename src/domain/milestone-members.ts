/** What a milestone's own items say of it: its lists, groups and order. */
import { countItems, isEstimated } from "./count.ts";
import { groupItems } from "./groups.ts";
import { levelsWithin } from "./levels.ts";
import type { ItemState, PlannedItem, PlannedMilestone } from "./plan.ts";
import type { CountingRules } from "./project.ts";
import type { IssueReference } from "./reference.ts";
import { sameList } from "./same-list.ts";
import { findStart } from "./start-here.ts";

export type MemberFacts = Pick<
  PlannedMilestone,
  | "count"
  | "counted"
  | "completed"
  | "remaining"
  | "ready"
  | "inProgress"
  | "onHold"
  | "blocked"
  | "trackers"
  | "dropped"
  | "duplicates"
  | "unestimated"
  | "sequence"
  | "independent"
  | "startHere"
  | "groups"
>;

interface Known {
  readonly members: readonly PlannedItem[];
  readonly rules: CountingRules;
  readonly facts: MemberFacts;
}

/** By the first of the items: the same ones again, under the same rules, are not looked through. */
const known = new WeakMap<PlannedItem, Known>();

/** Of all items of the milestone, ascending. */
export function readMembers(members: readonly PlannedItem[], rules: CountingRules): MemberFacts {
  const [first] = members;
  const before = first && known.get(first);
  if (before && sameRules(before.rules, rules) && sameList(before.members, members)) {
    return before.facts;
  }
  const facts = computeFacts(members, rules);
  if (first) known.set(first, { members, rules, facts });
  return facts;
}

/** Duplicates and dropped issues never count; trackers do unless the configuration says no. */
export function isCounted(
  item: Pick<PlannedItem, "resolution" | "isTracker">,
  rules: CountingRules,
): boolean {
  if (item.resolution === "duplicate" || item.resolution === "dropped") return false;
  return rules.countEpics || !item.isTracker;
}

function sameRules(some: CountingRules, others: CountingRules): boolean {
  return (
    some.unit === others.unit &&
    some.countEpics === others.countEpics &&
    sameList(some.dimensions, others.dimensions)
  );
}

function computeFacts(members: readonly PlannedItem[], rules: CountingRules): MemberFacts {
  const counted = members.filter((item) => isCounted(item, rules));
  return {
    count: countItems(counted, rules.unit),
    ...lists(members, counted, rules),
    ...order(members),
    startHere: findStart(members.filter((item) => item.state === "ready")),
    groups: groupItems(counted, rules.dimensions, rules.unit),
  };
}

function lists(
  members: readonly PlannedItem[],
  counted: readonly PlannedItem[],
  rules: CountingRules,
) {
  const open = counted.filter((item) => item.resolution === null);
  const byState = Map.groupBy(members, (item) => item.state);
  const inState = (state: ItemState) => numbers(byState.get(state) ?? []);
  return {
    counted: numbers(counted),
    completed: numbers(counted.filter((item) => item.resolution !== null)),
    remaining: numbers(open),
    ready: inState("ready"),
    inProgress: inState("in-progress"),
    onHold: inState("on-hold"),
    blocked: inState("blocked"),
    trackers: inState("tracker"),
    dropped: inState("dropped"),
    duplicates: inState("duplicate"),
    unestimated: numbers(open.filter((item) => !isEstimated(item, rules.unit))),
  };
}

function order(members: readonly PlannedItem[]): Pick<MemberFacts, "sequence" | "independent"> {
  const open = members.filter((item) => item.resolution === null && !item.isTracker);
  const blockers = new Map<IssueReference, PlannedItem["openBlockers"]>(
    open.map((item) => [item.number, item.openBlockers]),
  );
  const blocking = new Set(open.flatMap((item) => item.openBlockers));
  const isLinked = (item: PlannedItem) => item.openBlockers.length > 0 || blocking.has(item.number);
  const linked = numbers(open.filter(isLinked));
  const sequence = levelsWithin<IssueReference>(linked, (issue) => blockers.get(issue) ?? []);
  return {
    sequence: sequence.map((level) => ({ members: level })),
    independent: numbers(open.filter((item) => !isLinked(item))),
  };
}

function numbers(items: readonly PlannedItem[]): readonly number[] {
  return items.map((item) => item.number);
}
