/** Edits in words, as far as the edit alone tells them. */
import type { NoteKind, PlanEdit, TaskEdit } from "../domain/plan-edit.ts";
import { codeSpan } from "../markdown/code-span.ts";
import { safeName, safeProse } from "../render/names.ts";

/** A sentence for all issues of which the same is to be said; without a full stop. */
export interface Phrase {
  /** Phrases with the same key say the same. */
  readonly key: string;
  readonly issue: number | null;
  /** `refs`: the issues, as links. */
  say(refs: string, isOne: boolean): string;
}

type EditOf<Kind extends PlanEdit["kind"]> = Extract<PlanEdit, { kind: Kind }>;

/** `facts`: the issue, and all else that the sentence tells. */
export function phrase(
  facts: Readonly<Record<string, unknown>> & { readonly issue: number },
  say: Phrase["say"],
): Phrase {
  const { issue, ...others } = facts;
  return { key: JSON.stringify(others), issue, say };
}

type FactEdit = EditOf<
  | "add-label"
  | "remove-label"
  | "assign"
  | "unassign"
  | "reopen"
  | "edit-tasks"
  | "create-sub-issue"
>;

export function describeFact(edit: FactEdit): Phrase {
  return phrase(edit, (refs) => {
    switch (edit.kind) {
      case "add-label":
        return `puts ${codeSpan(edit.label)} on ${refs}`;
      case "remove-label":
        return `takes ${codeSpan(edit.label)} off ${refs}`;
      case "assign":
        return `assigns ${safeName(edit.login)} to ${refs}`;
      case "unassign":
        return `takes ${safeName(edit.login)} off ${refs}`;
      case "reopen":
        return `reopens ${refs}`;
      case "edit-tasks":
        return taskText(edit.edit, refs);
      case "create-sub-issue":
        return `makes ${quoted(edit.title)} a sub-issue of ${refs}`;
    }
  });
}

function taskText(edit: TaskEdit, refs: string): string {
  const task = quoted(edit.text);
  switch (edit.do) {
    case "add":
      return `adds the task ${task} to ${refs}`;
    case "tick":
      return `ticks ${task} in ${refs}`;
    case "untick":
      return `unticks ${task} in ${refs}`;
    case "remove":
      return `takes the task ${task} out of ${refs}`;
  }
}

const subjects: Readonly<Record<NoteKind, (refs: string) => string>> = {
  alias: (refs) => `the short name of ${refs}`,
  note: (refs) => `the note on ${refs}`,
  moved: (refs) => `why ${refs} was moved`,
  dropped: (refs) => `why ${refs} was dropped`,
  held: (refs) => `why ${refs} is on hold`,
};

export function describeNote(edit: EditOf<"note">): Phrase {
  return phrase(edit, (refs) => {
    const subject = subjects[edit.about](refs);
    return edit.text === null ? `forgets ${subject}` : `keeps ${subject}: ${prose(edit.text)}`;
  });
}

/** ", because …" of a note among the edits; empty where none gives a reason. */
export function because(edits: readonly PlanEdit[], issue: number, about: NoteKind): string {
  const note = edits.find(
    (edit): edit is EditOf<"note"> =>
      edit.kind === "note" && edit.issue === issue && edit.about === about,
  );
  return note?.text ? `, because ${prose(note.text)}` : "";
}

function quoted(text: string): string {
  return `“${safeProse(text)}”`;
}

/** Without a full stop: the sentence ends with one. */
function prose(text: string): string {
  return safeProse(text.replace(/[.\s]+$/, ""));
}
