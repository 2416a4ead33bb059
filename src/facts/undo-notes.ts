/** What the notebook remembers of the last commands of threads: the newest ones, as far as there is room. */
import { type Notebook, printedLength } from "./notebook.ts";
import type { UndoRecord } from "./undo-record.ts";

const threadsKept = 20;

const ranKept = 50;

/** Printed characters, of 65,536 that an issue's body holds. */
export const roomForUndo = 6_000;

/** What was done in a thread, by its issue's number. */
export type DoneInThread = readonly [issue: number, record: UndoRecord];

/** In the order in which it was done. A record replaces that thread's earlier one. */
export function rememberUndo(notebook: Notebook, done: Iterable<DoneInThread>): Notebook {
  const all = [...done];
  if (all.length === 0) return notebook;
  const records = new Map(all);
  const fresh = [...records].map(([issue, record]): Entry => [String(issue), record]);
  const earlier = Object.entries(notebook.undo).filter(([issue]) => !records.has(Number(issue)));
  const newest = [...fresh, ...earlier].sort(([, a], [, b]) => compare(b.at, a.at));
  return {
    ...notebook,
    undo: Object.fromEntries(withinRoom(newest.slice(0, threadsKept))),
    ran: rememberRan(
      notebook.ran,
      all.map(([, record]) => record),
    ),
  };
}

/** What a thread changes afterwards must not make Milepost forget that a text has run. */
function rememberRan(before: Notebook["ran"], records: readonly UndoRecord[]): Notebook["ran"] {
  const fresh = records.filter(({ isEdited }) => isEdited).map(({ key, at }) => [key, at] as const);
  if (fresh.length === 0) return before;
  const all = Object.entries({ ...before, ...Object.fromEntries(fresh) });
  return Object.fromEntries(all.sort(([, a], [, b]) => compare(b, a)).slice(0, ranKept));
}

type Entry = readonly [issue: string, record: UndoRecord];

/** One that is too long is forgotten: half a command is not taken back. */
function withinRoom(entries: readonly Entry[]): readonly Entry[] {
  let room = roomForUndo;
  return entries.filter((entry) => {
    const length = printedLength(entry);
    if (length > room) return false;
    room -= length;
    return true;
  });
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
