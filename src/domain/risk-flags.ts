/** What a lead should worry about, derived from the milestone alone. */
import { type Day, daysBetween } from "./calendar.ts";
import type { GroupCount, PlannedItem, PlannedMilestone, RiskFlag } from "./plan.ts";

type Flagged = Omit<PlannedMilestone, "riskFlags" | "criticalPath">;
type Items = ReadonlyMap<number, PlannedItem>;

/** Smaller groups say nothing about the whole. */
const groupWorthNaming = 3;

export function findRiskFlags(milestone: Flagged, items: Items, today: Day): readonly RiskFlag[] {
  if (milestone.isClosed || milestone.state === "complete") return [];
  return [...overdue(milestone, today), ...flagsOfMembers(milestone, items)];
}

/** By its groups, which are the very same as long as no member changes. */
const known = new WeakMap<readonly GroupCount[], readonly RiskFlag[]>();

function flagsOfMembers(milestone: Flagged, items: Items): readonly RiskFlag[] {
  const flags = known.get(milestone.groups) ?? findInMembers(milestone, items);
  known.set(milestone.groups, flags);
  return flags;
}

function findInMembers(milestone: Flagged, items: Items): readonly RiskFlag[] {
  return [
    ...milestoneBlockers(milestone, items),
    ...withoutProgress(milestone),
    ...focusedScope(milestone, items),
    ...sequential(milestone, items),
    ...length(milestone),
  ];
}

function overdue(milestone: Flagged, today: Day): readonly RiskFlag[] {
  if (milestone.dueOn === null || milestone.dueOn >= today) return [];
  const days = daysBetween(milestone.dueOn, today);
  return [{ kind: "overdue", dueOn: milestone.dueOn, days }];
}

function milestoneBlockers(milestone: Flagged, items: Items): readonly RiskFlag[] {
  return milestone.remaining.flatMap((item): RiskFlag[] => {
    const milestones = items.get(item)?.blocksMilestones ?? [];
    return milestones.length > 0 ? [{ kind: "milestone-blocker", item, milestones }] : [];
  });
}

function withoutProgress(milestone: Flagged): readonly RiskFlag[] {
  return milestone.groups
    .filter((group) => isWorkGroup(group) && group.members.length >= groupWorthNaming)
    .filter((group) => group.count.percent === 0)
    .map(({ name, dimension, members }) => ({
      kind: "zero-progress",
      group: name,
      dimension,
      total: members.length,
    }));
}

/** A priority is no part of the work, and neither is what has no group. */
function isWorkGroup(group: GroupCount): boolean {
  return !group.isRest && group.dimension !== "priority";
}

/** Two thirds or more of the open work in one group. */
function focusedScope(milestone: Flagged, items: Items): readonly RiskFlag[] {
  const open = milestone.remaining.filter((item) => items.get(item)?.state !== "tracker");
  if (open.length < groupWorthNaming) return [];
  const isOpen = new Set(open);
  return milestone.groups.flatMap((group): RiskFlag[] => {
    const inGroup = group.members.filter((member) => isOpen.has(member)).length;
    if (!isWorkGroup(group) || inGroup * 3 < open.length * 2) return [];
    const { name, dimension } = group;
    return [{ kind: "focused-scope", group: name, dimension, open: inGroup, of: open.length }];
  });
}

function sequential(milestone: Flagged, items: Items): readonly RiskFlag[] {
  const first = milestone.startHere;
  const then = first === null ? [] : (items.get(first)?.frees ?? []);
  return first !== null && then.length > 1 ? [{ kind: "sequential", first, then }] : [];
}

function length(milestone: Flagged): readonly RiskFlag[] {
  const sizes = milestone.sequence.map((level) => level.members.length);
  return sizes.length > 1 ? [{ kind: "length", sizes }] : [];
}
