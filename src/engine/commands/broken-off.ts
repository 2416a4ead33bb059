/**
 * A run of a text that broke off has left no receipt, but what it changed is noted by then. The next run of the same
 * version goes on from there: what it finds done is its own work. Pure.
 */
import { isDeepStrictEqual } from "node:util";
import type { CommandText } from "../../domain/command-text.ts";
import type { UndoRecord, UndoStep } from "../../facts/undo-record.ts";
import type { SyncSources } from "../read-sources.ts";
import { readUnnoted, withoutRecords } from "../unnoted.ts";
import type { PendingLines } from "./pending-lines.ts";

interface Task {
  readonly text: CommandText;
  readonly pending: PendingLines;
}

/** What can be taken back of what a text has done so far: known also where its run then breaks off. */
export interface DoneByText {
  readonly steps: UndoStep[];
  /** Those of them that a run which broke off has left, and that this one has not met. */
  readonly left: UndoStep[];
  /** It took back what the thread remembers. */
  undoes: boolean;
}

/** What each of these texts has done already. */
export function findBegun<T extends Task>(
  { memory }: SyncSources,
  tasks: readonly T[],
): ReadonlyMap<T, UndoRecord> {
  const records = readUnnoted(memory.unnoted).map(([, record]) => record);
  const begun = new Map<T, UndoRecord>();
  for (const task of tasks) {
    const { text, pending } = task;
    const own = records.findLast(({ key, at }) => key === text.key && at === pending.givenAt);
    if (own) begun.set(task, own);
  }
  return begun;
}

/** As the thread was before: nothing takes back what it has changed itself. */
export function withoutBegun(sources: SyncSources, begun: Iterable<UndoRecord>): SyncSources {
  const { memory } = sources;
  return { ...sources, memory: { ...memory, unnoted: withoutRecords(memory.unnoted, begun) } };
}

/** A record without steps is of a text that took back others. */
export function goOnFrom(begun: UndoRecord | undefined): DoneByText {
  const steps = begun?.steps ?? [];
  return { steps: [...steps], left: [...steps], undoes: begun?.steps.length === 0 };
}

/** What `/undo` takes back next; null where the thread goes on remembering what was before. */
export function recordOf(
  { text, pending }: Task,
  { steps, undoes }: DoneByText,
): UndoRecord | null {
  if (!undoes && steps.length === 0) return null;
  return { key: text.key, at: pending.givenAt, steps: [...steps] };
}

/** The same of a run that came to its end: of an edited text that is worth knowing. */
export function recordOfRun(task: Task, done: DoneByText): UndoRecord | null {
  const record = recordOf(task, done);
  if (record === null || task.text.lastEditedAt === null) return record;
  const { key, at, steps } = record;
  // In the order in which the notebook gives it back.
  return { key, at, isEdited: true, steps };
}

/** Of a write without an answer nobody knows: the next run makes it again, or finds it made. */
export function noteStep({ steps, left }: DoneByText, step: UndoStep): void {
  const place = left.findIndex(({ did }) => isDeepStrictEqual(did, step.did));
  if (place >= 0) left.splice(place, 1);
  else steps.push(step);
}
