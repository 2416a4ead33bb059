/**
 * The notebook's notes on issues. They have a room of their own: where it is full, the oldest notes on
 * closed issues are forgotten first, then the oldest of all.
 */
import type { ObservedIssue } from "../domain/observation.ts";
import type { NoteKind, PlanEdit } from "../domain/plan-edit.ts";
import { type IssueNotes, longestNote, type Notebook, printedLength } from "./notebook.ts";

export type NoteEdit = Extract<PlanEdit, { kind: "note" }>;

/** Printed characters, of 65,536 that an issue's body holds. */
export const roomForNotes = 12_000;

type Known = ReadonlyMap<number, Pick<ObservedIssue, "state">>;

/** The notebook with the note set, or forgotten; `at`: when the command that says so was given. */
export function noteOnIssue(
  notebook: Notebook,
  edit: NoteEdit,
  at: string,
  issues: Known,
): Notebook {
  const number = String(edit.issue);
  const { [edit.about]: _, ...others } = notebook.issues[number] ?? {};
  const notes = { ...others, ...newNote(edit, at) };
  const all = { ...notebook.issues, [number]: notes };
  return { ...notebook, issues: withinRoom(all, edit, issues) };
}

function newNote({ about, text, milestone = null }: NoteEdit, at: string): IssueNotes {
  if (text === null) return {};
  const noted = { text: text.slice(0, longestNote), at };
  return about === "moved" ? { moved: { ...noted, milestone } } : { [about]: noted };
}

interface Candidate {
  readonly number: string;
  readonly about: NoteKind;
  readonly at: string;
  readonly isClosed: boolean;
}

/** The note just set is the last to go. */
function withinRoom(
  all: Notebook["issues"],
  { issue, about }: NoteEdit,
  issues: Known,
): Notebook["issues"] {
  const isFresh = (one: Candidate) => one.number === String(issue) && one.about === about;
  const firstToGo = candidates(all, issues)
    .filter((one) => !isFresh(one))
    .sort((a, b) => Number(b.isClosed) - Number(a.isClosed) || compare(a.at, b.at));
  let kept = withoutEmpty(all);
  for (const { number, about: kind } of firstToGo) {
    if (printedLength(kept) <= roomForNotes) break;
    const { [kind]: _, ...others } = kept[number] ?? {};
    kept = withoutEmpty({ ...kept, [number]: others });
  }
  return kept;
}

function candidates(all: Notebook["issues"], issues: Known): readonly Candidate[] {
  return Object.entries(all).flatMap(([number, notes]) => {
    const isClosed = issues.get(Number(number))?.state !== "open";
    return kinds.flatMap((about): Candidate[] => {
      const at = notes[about]?.at;
      return at === undefined ? [] : [{ number, about, at, isClosed }];
    });
  });
}

const kinds: readonly NoteKind[] = ["alias", "note", "moved", "dropped", "held"];

function withoutEmpty(all: Notebook["issues"]): Notebook["issues"] {
  return Object.fromEntries(
    Object.entries(all).filter(([, notes]) => Object.keys(notes).length > 0),
  );
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
