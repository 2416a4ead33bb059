/**
 * A command that comes late never undoes what a person did after it, by hand or by a later command: pure, from
 * what people changed since it was given.
 */
import type { PersonsChange } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import type { Notebook } from "../../facts/notebook.ts";

export interface Since {
  readonly givenAt: Instant;
  readonly changes: readonly PersonsChange[];
  readonly notebook: Notebook;
  /** The starts of labels of which an issue has one at most: a change of one is a change of all. */
  readonly prefixes: readonly string[];
  idOf(issue: number): string | undefined;
}

export function isSuperseded(edit: PlanEdit, since: Since): boolean {
  if (edit.kind === "note") return isNoteNewer(edit, since);
  if (edit.kind === "set-needs") return false;
  const id = since.idOf(edit.issue);
  return since.changes.some(
    ({ issueId, at, fact }) =>
      issueId === id && at > since.givenAt && touches(edit, fact, since.prefixes),
  );
}

/** Issues whose history has to be asked for, by number. */
export function issuesOf(edits: readonly PlanEdit[]): readonly number[] {
  const numbers = edits.flatMap((edit) =>
    edit.kind === "set-needs" || edit.kind === "note" ? [] : [edit.issue],
  );
  return [...new Set(numbers)];
}

type Fact = PersonsChange["fact"];

/** What an edit says of its issue, where another one after it can say otherwise. */
export function factOf(edit: PlanEdit): { readonly issue: number; readonly fact: Fact } | null {
  switch (edit.kind) {
    case "set-milestone":
      return { issue: edit.issue, fact: { kind: "milestone" } };
    case "close":
    case "reopen":
      return { issue: edit.issue, fact: { kind: "state" } };
    case "set-parent":
      return { issue: edit.issue, fact: { kind: "parent" } };
    case "assign":
    case "unassign":
      return { issue: edit.issue, fact: { kind: "assignee", login: edit.login } };
    case "add-blocker":
    case "remove-blocker":
      return { issue: edit.issue, fact: { kind: "blocker", reference: edit.blocker } };
    case "add-label":
    case "remove-label":
      return { issue: edit.issue, fact: { kind: "label", name: edit.label } };
    case "edit-tasks":
    case "create-sub-issue":
    case "set-needs":
    case "note":
      return null;
  }
}

type FactEdit = Exclude<PlanEdit, { kind: "note" | "set-needs" }>;

function touches(edit: FactEdit, fact: Fact, prefixes: readonly string[]): boolean {
  switch (edit.kind) {
    case "set-milestone":
      return fact.kind === "milestone";
    case "close":
    case "reopen":
      return fact.kind === "state";
    case "set-parent":
      return fact.kind === "parent";
    case "edit-tasks":
    case "create-sub-issue":
      return fact.kind === "text";
    case "assign":
    case "unassign":
      return fact.kind === "assignee";
    case "add-blocker":
    case "remove-blocker":
      return fact.kind === "blocker" && fact.reference === edit.blocker;
    case "add-label":
    case "remove-label":
      return fact.kind === "label" && isSameDimension(fact.name, edit.label, prefixes);
  }
}

function isSameDimension(a: string, b: string, prefixes: readonly string[]): boolean {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  if (first === second) return true;
  return prefixes.some((prefix) => {
    const start = prefix.toLowerCase();
    return first.startsWith(start) && second.startsWith(start);
  });
}

function isNoteNewer(
  { issue, about }: Extract<PlanEdit, { kind: "note" }>,
  { notebook, givenAt }: Since,
): boolean {
  const known = notebook.issues[String(issue)]?.[about];
  return known !== undefined && known.at > givenAt;
}
