/** The label of blocked issues, where the configuration names one: kept in step with the graph. Pure. */
import type { Config } from "../config/config.ts";
import type { Plan, PlannedItem } from "../domain/plan.ts";
import type { FactChange } from "./change.ts";

/** Of those that are closed nobody asks. */
export function decideBlockedLabels(
  plan: Plan,
  { states }: Pick<Config, "states">,
): readonly FactChange[] {
  const label = states.blocked;
  if (label === undefined) return [];
  return [...plan.items.values()].flatMap((item): readonly FactChange[] => {
    if (item.resolution !== null || isBlocked(item) === hasLabel(item, label)) return [];
    const kind = isBlocked(item) ? "add-label" : "remove-label";
    return [{ kind, issue: item.number, label }];
  });
}

function isBlocked({ openBlockers, hiddenBlockers }: PlannedItem): boolean {
  return openBlockers.length > 0 || hiddenBlockers > 0;
}

function hasLabel({ labels }: PlannedItem, label: string): boolean {
  return labels.some((one) => one.toLowerCase() === label.toLowerCase());
}
