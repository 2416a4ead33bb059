/**
 * The work split by state. The parts make up the whole: what is ticked in an open issue is completed,
 * the rest of it is in the issue's own state. What is ready in a milestone that is not is held back.
 */
import { countItems, middle } from "./count.ts";
import type { Count, PlannedItem, PlannedMilestone } from "./plan.ts";
import type { Range, Unit } from "./project.ts";
import { shareOut } from "./shares.ts";

const openStates = ["in-progress", "blocked", "on-hold", "held-back", "ready", "tracker"] as const;

export interface StatePart {
  readonly state: "completed" | (typeof openStates)[number];
  readonly amount: Range;
  /** Add up to 100 over all states; null where there is nothing to count. */
  readonly percent: number | null;
}

export interface WorkByState {
  readonly total: Count;
  /** Completed first, then every open state, empty ones too. */
  readonly parts: readonly StatePart[];
}

/** Of the items that count in the milestones. The percent of what is completed is the count's own, wherever it is shown. */
export function workByState(
  milestones: readonly PlannedMilestone[],
  items: ReadonlyMap<number, PlannedItem>,
  unit: Unit,
): WorkByState {
  const placed = milestones.flatMap((milestone) =>
    milestone.counted
      .flatMap((number) => items.get(number) ?? [])
      .map((item) => ({ item, state: stateIn(item, milestone) })),
  );
  const total = countItems(
    placed.map(({ item }) => item),
    unit,
  );
  const open = openStates.map((state) => {
    const members = placed.filter((one) => one.state === state).map(({ item }) => item);
    return { state, amount: leftIn(countItems(members, unit)), size: members.length };
  });
  const amounts = open.map(({ amount }) => middle(amount));
  // Open issues without an estimate weigh nothing, and still the plan is not at 100.
  const weights = amounts.some((amount) => amount > 0) ? amounts : open.map(({ size }) => size);
  const shares = total.percent === null ? [] : shareOut(100 - total.percent, weights);
  return {
    total,
    parts: [
      { state: "completed", amount: total.done, percent: total.percent },
      ...open.map(({ state, amount }, index) => ({
        state,
        amount,
        percent: shares[index] ?? null,
      })),
    ],
  };
}

function stateIn({ state }: PlannedItem, milestone: PlannedMilestone) {
  return state === "ready" && milestone.state === "blocked" ? "held-back" : state;
}

function leftIn({ done, total }: Count): Range {
  return { low: left(done.low, total.low), high: left(done.high, total.high) };
}

/** Differences of binary fractions carry noise. */
function left(done: number, total: number): number {
  return Math.round((total - done) * 1e6) / 1e6;
}
