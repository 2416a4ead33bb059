/** What the notebook says of an issue, where it still holds. */
import type { ObservedIssue } from "../domain/observation.ts";
import type { WorkItem } from "../domain/project.ts";
import type { LabelFacts } from "./label-facts.ts";
import type { Notebook } from "./notebook.ts";

export type Notes = Pick<WorkItem, "alias" | "note" | "moveReason" | "dropReason" | "holdReason">;

const noNotes: Notes = {
  alias: null,
  note: null,
  moveReason: null,
  dropReason: null,
  holdReason: null,
};

/** A reason holds as long as what it was given for: the milestone, the dropping, the holding. */
export function notesOf(
  notebook: Notebook,
  issue: Pick<ObservedIssue, "number" | "milestone" | "state" | "stateReason">,
  labels: Pick<LabelFacts, "isOnHold">,
): Notes {
  const entry = notebook.issues[String(issue.number)];
  if (!entry) return noNotes;
  const isDropped = issue.state === "closed" && issue.stateReason === "not_planned";
  return {
    alias: entry.alias?.text ?? null,
    note: entry.note?.text ?? null,
    moveReason: entry.moved?.milestone === issue.milestone ? (entry.moved?.text ?? null) : null,
    dropReason: isDropped ? (entry.dropped?.text ?? null) : null,
    holdReason: labels.isOnHold ? (entry.held?.text ?? null) : null,
  };
}
