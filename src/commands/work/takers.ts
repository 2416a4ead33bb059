/** Whose an issue is, and the labels that say what becomes of its work. */
import type { PlannedItem } from "../../domain/plan.ts";

/** How the issue itself spells a label; undefined where it does not carry it. */
export function labelOn({ labels }: Pick<PlannedItem, "labels">, name: string): string | undefined {
  return labels.find((label) => isSameName(label, name));
}

/** How the issue names an assignee; undefined where it is not assigned to this person. */
export function assigneeOn(
  { assignees }: Pick<PlannedItem, "assignees">,
  login: string,
): string | undefined {
  return assignees.find((assignee) => isSameName(assignee, login));
}

/** GitHub takes names of labels and people that differ in case only for the same. */
function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Nobody has it, or this person does. */
export function isFree(item: Pick<PlannedItem, "assignees">, login: string): boolean {
  return item.assignees.length === 0 || assigneeOn(item, login) !== undefined;
}
