/** Labels of which an issue has one at most: those that start alike. */
import type { PlannedItem } from "../../domain/plan.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";

/** What GitHub takes. */
const longestLabel = 50;

type Labelled = Pick<PlannedItem, "number" | "labels">;

/** The issue's labels with this start; `others`: longer starts, whose labels are not among them. */
export function labelsWith(
  { labels }: Pick<PlannedItem, "labels">,
  prefix: string,
  others: readonly string[] = [],
): readonly string[] {
  const further = others.filter(
    (other) => other.length > prefix.length && startsWith(other, prefix),
  );
  return labels.filter(
    (label) => startsWith(label, prefix) && !further.some((other) => startsWith(label, other)),
  );
}

/** So that of the present labels only the wanted one is left; null for none at all. */
export function setOnly(
  { number, labels }: Labelled,
  present: readonly string[],
  wanted: string | null,
): readonly PlanEdit[] {
  const isWanted = (label: string) => label.toLowerCase() === wanted?.toLowerCase();
  const removed = present.filter((label) => !isWanted(label));
  return [
    ...removed.map((label): PlanEdit => ({ kind: "remove-label", issue: number, label })),
    ...(wanted === null || labels.some(isWanted)
      ? []
      : [{ kind: "add-label", issue: number, label: wanted } as const]),
  ];
}

/** What is wrong with a label's length; undefined where nothing is. */
export function findLengthFault(label: string): string | undefined {
  const length = [...label].length;
  if (length <= longestLabel) return undefined;
  return `A label may have ${longestLabel} characters at most; this one would have ${length}.`;
}

function startsWith(text: string, start: string): boolean {
  return text.slice(0, start.length).toLowerCase() === start.toLowerCase();
}
