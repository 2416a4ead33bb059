/** How an edit is taken back, and whether it still can be: nothing of what it changed has changed since. */
import type { ObservedIssue } from "../domain/observation.ts";
import type { PlanEdit, TaskEdit } from "../domain/plan-edit.ts";
import { readMilestoneLines } from "../facts/milestone-lines.ts";
import type { PlanFacts } from "../facts/predict-edit.ts";
import { findNamedTask } from "../markdown/edit-tasks.ts";
import { findTaskEntries } from "../markdown/task-entries.ts";

type EditOf<Kind extends PlanEdit["kind"]> = Extract<PlanEdit, { kind: Kind }>;

/**
 * The edit that takes this one back; `before`: the facts as they were without it. An entry that was removed
 * comes back at the end of its list. An issue once made stays: `stillHolds` is never true of it.
 */
export function revertOf(edit: PlanEdit, before: PlanFacts): PlanEdit {
  switch (edit.kind) {
    case "add-blocker":
      return { ...edit, kind: "remove-blocker" };
    case "remove-blocker":
      return { ...edit, kind: "add-blocker" };
    case "add-label":
      return { ...edit, kind: "remove-label" };
    case "remove-label":
      return { ...edit, kind: "add-label" };
    case "assign":
      return { ...edit, kind: "unassign" };
    case "unassign":
      return { ...edit, kind: "assign" };
    case "create-sub-issue":
      return edit;
    case "set-needs":
      return { ...edit, needs: needsIn(before, edit.milestone) };
    case "note":
      return noteBefore(edit, before);
    default:
      return factBefore(edit, before.issues.get(edit.issue));
  }
}

/** For edits whose own words do not tell what was there before. */
function factBefore(
  edit: EditOf<"set-milestone" | "set-parent" | "close" | "reopen" | "edit-tasks">,
  issue: ObservedIssue | undefined,
): PlanEdit {
  switch (edit.kind) {
    case "set-milestone":
      return { ...edit, milestone: issue?.milestone ?? null };
    case "set-parent":
      return { ...edit, parent: numberOf(issue?.parent) };
    case "close":
    case "reopen":
      return stateBefore(edit.issue, issue);
    case "edit-tasks":
      return { ...edit, edit: taskBefore(edit.edit, issue?.body ?? "") };
  }
}

/** A closed issue that was closed once more, as a duplicate say, was closed for another reason before. */
function stateBefore(number: number, issue: ObservedIssue | undefined): PlanEdit {
  if (issue?.state !== "closed") return { kind: "reopen", issue: number };
  const original = numberOf(issue.duplicateOf);
  const close = { kind: "close", issue: number, duplicateOf: null } as const;
  if (original !== null) return { ...close, reason: "duplicate", duplicateOf: original };
  return { ...close, reason: issue.stateReason === "not_planned" ? "not_planned" : "completed" };
}

function numberOf(reference: ObservedIssue["parent"] | undefined): number | null {
  return typeof reference === "number" ? reference : null;
}

function taskBefore(edit: TaskEdit, body: string): TaskEdit {
  switch (edit.do) {
    case "tick":
      return { ...edit, do: "untick" };
    case "untick":
      return { ...edit, do: "tick" };
    case "remove":
      return { do: "add", text: edit.text };
    case "add": {
      const entry = findTaskEntries(body).length + 1;
      return { do: "remove", entry, text: edit.text.replace(/\s+/g, " ").trim() };
    }
  }
}

function noteBefore(edit: EditOf<"note">, { notebook }: PlanFacts): PlanEdit {
  const notes = notebook.issues[String(edit.issue)];
  const note = { kind: "note", issue: edit.issue, about: edit.about } as const;
  const text = notes?.[edit.about]?.text ?? null;
  return edit.about === "moved"
    ? { ...note, text, milestone: notes?.moved?.milestone ?? null }
    : { ...note, text };
}

/** Whether the fact that the edit changed is as the edit left it: nobody has changed it since. */
export function stillHolds(edit: PlanEdit, now: PlanFacts): boolean {
  if (edit.kind === "set-needs") return needsIn(now, edit.milestone) === inOneLine(edit.needs);
  if (edit.kind === "note") return isNoted(edit, now);
  const issue = now.issues.get(edit.issue);
  return issue !== undefined && isSoInIssue(edit, issue);
}

function isSoInIssue(
  edit: Exclude<PlanEdit, { kind: "set-needs" | "note" }>,
  issue: ObservedIssue,
): boolean {
  switch (edit.kind) {
    case "set-milestone":
      return issue.milestone === edit.milestone;
    case "add-blocker":
    case "remove-blocker":
      return isBlockedBy(issue, edit.blocker) === (edit.kind === "add-blocker");
    case "set-parent":
      return issue.parent === edit.parent;
    case "add-label":
    case "remove-label":
      return (
        hasName(
          issue.labels.map(({ name }) => name),
          edit.label,
        ) ===
        (edit.kind === "add-label")
      );
    case "assign":
    case "unassign":
      return hasName(issue.assignees, edit.login) === (edit.kind === "assign");
    case "close":
      return isClosedSo(edit, issue);
    case "reopen":
      return issue.state === "open";
    case "edit-tasks":
      return isTaskAsLeft(edit.edit, issue.body);
    case "create-sub-issue":
      return false;
  }
}

function isClosedSo({ reason, duplicateOf }: EditOf<"close">, issue: ObservedIssue): boolean {
  const isOriginal = duplicateOf === null || issue.duplicateOf === duplicateOf;
  return issue.state === "closed" && issue.stateReason === reason && isOriginal;
}

function isBlockedBy({ blockedBy }: ObservedIssue, blocker: unknown): boolean {
  return blockedBy.some(({ reference }) => reference === blocker);
}

function hasName(names: readonly string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function isTaskAsLeft(edit: TaskEdit, body: string): boolean {
  const entries = findTaskEntries(body);
  const isThere = entries.some(({ text }) => text === inOneLine(edit.text));
  if (edit.do === "add" || edit.do === "remove") return isThere === (edit.do === "add");
  return findNamedTask(entries, edit)?.isDone === (edit.do === "tick");
}

function isNoted(
  { issue, about, text, milestone = null }: EditOf<"note">,
  now: PlanFacts,
): boolean {
  const notes = now.notebook.issues[String(issue)];
  if ((notes?.[about]?.text ?? null) !== text) return false;
  return about !== "moved" || text === null || notes?.moved?.milestone === milestone;
}

function needsIn({ repository }: PlanFacts, number: number): string | null {
  const milestone = repository.milestones.find((one) => one.number === number);
  return milestone ? readMilestoneLines(milestone.description).needs : null;
}

function inOneLine(text: string): string;
function inOneLine(text: string | null): string | null;
function inOneLine(text: string | null): string | null {
  return text === null ? null : text.replace(/\s+/g, " ").trim();
}
