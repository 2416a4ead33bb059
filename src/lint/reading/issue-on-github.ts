// What GitHub says of the issues that a document lists.

import type { Plan, PlannedItem } from "../../domain/plan.ts";
import type { Mention } from "./parts.ts";

/** Undefined for what is no issue of the repository. */
export function itemOf(plan: Plan, { number }: Pick<Mention, "number">): PlannedItem | undefined {
  return plan.items.get(number);
}

export function isClosed({ state }: PlannedItem): boolean {
  return state === "completed" || state === "dropped" || state === "duplicate";
}

/** "closed", "closed as not planned", "open". */
export function stateWords({ state }: PlannedItem): string {
  if (state === "dropped") return "closed as not planned";
  if (state === "duplicate") return "closed as a duplicate";
  return state === "completed" ? "closed" : "open";
}
