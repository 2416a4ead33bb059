/** How many issues of which priority: "1 critical, 3 high, 1 medium". */
import type { Plan } from "../domain/plan.ts";
import { comparePriorities } from "../domain/priority.ts";
import { groupName, limited } from "./names.ts";

const prioritiesShown = 8;

/** The most urgent first, then "2 unset"; empty for no issues. */
export function priorityText(plan: Plan, numbers: readonly number[]): string {
  const names = numbers.map((number) => plan.items.get(number)?.dimensions.priority ?? null);
  const counts = Map.groupBy(
    names.filter((name) => name !== null),
    (name) => name,
  );
  const unset = names.filter((name) => name === null).length;
  const words = [...counts]
    .sort(([a], [b]) => comparePriorities(a, b))
    .map(([name, members]) => `${members.length} ${groupName(name)}`);
  return [...limited(words, prioritiesShown), ...(unset > 0 ? [`${unset} unset`] : [])].join(", ");
}

/** Whether any of the issues has a priority. */
export function usesPriority(plan: Plan, numbers: readonly number[]): boolean {
  return numbers.some((number) => plan.items.get(number)?.dimensions.priority !== undefined);
}
