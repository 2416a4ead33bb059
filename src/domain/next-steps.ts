/** What to start next across milestones: ready work of those that wait for nothing, best first. */
import type { Plan, PlannedItem, PlannedMilestone } from "./plan.ts";
import { rankOfPriority } from "./priority.ts";

export interface NextSteps {
  /** Ready items of open milestones that are not blocked; best first. */
  readonly items: readonly PlannedItem[];
  /** Milestones that can start once those items, and what is in progress, are closed. */
  readonly afterwards: readonly PlannedMilestone[];
}

/** `milestones` says where to look for items; those that come afterwards may be any of the plan. */
export function findNextSteps(plan: Plan, milestones: readonly PlannedMilestone[]): NextSteps {
  const open = milestones.filter((one) => !one.isClosed && one.state === "open");
  const order = new Map(open.map((milestone, index) => [milestone.number, index]));
  const place = (item: PlannedItem) => order.get(item.milestone ?? 0) ?? open.length;
  const items = open
    .flatMap((milestone) => milestone.ready)
    .flatMap((number) => plan.items.get(number) ?? [])
    .sort((a, b) => byWorth(a, b) || place(a) - place(b) || a.number - b.number);
  return { items, afterwards: startingAfter(plan, items) };
}

/** What the most issues wait for, then the most milestones, then priority. */
function byWorth(a: PlannedItem, b: PlannedItem): number {
  return (
    b.dependentCount - a.dependentCount ||
    b.standsBefore.length - a.standsBefore.length ||
    rankOfPriority(a.dimensions.priority) - rankOfPriority(b.dimensions.priority)
  );
}

function startingAfter(plan: Plan, items: readonly PlannedItem[]): readonly PlannedMilestone[] {
  const closing = new Set<unknown>(items.map((item) => item.number));
  const isClosing = (reference: unknown) =>
    closing.has(reference) ||
    (typeof reference === "number" && plan.items.get(reference)?.state === "in-progress");
  // An open milestone without issues is never reached by closing any.
  const empty = new Set(
    plan.milestones.filter((one) => one.counted.length === 0).map((one) => one.number),
  );
  const remaining = new Map(plan.milestones.map((one) => [one.number, one.remaining]));
  return plan.milestones.filter(
    ({ isClosed, state, needs }) =>
      !isClosed &&
      state === "blocked" &&
      needs.named.every(isClosing) &&
      needs.milestones.every((number) => remaining.get(number)?.every(isClosing)) &&
      !needs.milestones.some((number) => empty.has(number)),
  );
}
