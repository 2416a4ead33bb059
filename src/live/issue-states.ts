// What GitHub says of the issues that a mark stands for.

import type { Reference } from "../claims/document-claims.ts";
import type { Plan, PlannedItem } from "../domain/plan.ts";
import type { ShownState } from "./state-words.ts";

/** The issues in the plan; null if one of the references leads anywhere else. */
export function itemsOf(
  references: readonly Reference[],
  plan: Plan,
): readonly PlannedItem[] | null {
  const items: PlannedItem[] = [];
  for (const { repository, numbers } of references) {
    if (repository !== null) return null;
    for (const number of numbers) {
      const item = plan.items.get(number);
      if (!item) return null;
      items.push(item);
    }
  }
  return items.length > 0 ? items : null;
}

/** One state for all: work that is partly done is in progress. */
export function jointState(
  items: readonly PlannedItem[],
  shown: (state: ShownState) => ShownState,
): ShownState {
  const states = new Set(items.map((item) => shown(stateOf(item))));
  const [only] = states;
  if (only !== undefined && states.size === 1) return only;
  return states.has("done") || states.has("in progress") ? "in progress" : "ready";
}

function stateOf({ state }: PlannedItem): ShownState {
  switch (state) {
    case "completed":
    case "dropped":
    case "duplicate":
      return "done";
    case "in-progress":
      return "in progress";
    case "on-hold":
      return "on hold";
    case "blocked":
      return "blocked";
    case "ready":
    case "tracker":
      return "ready";
  }
}
