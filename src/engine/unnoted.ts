/**
 * What commands changed and the notebook does not hold yet: it is written at the end of a job, and a job that fails
 * before has set its receipts already. Kept as JSON, and checked when it is read, as the notebook is.
 */
import type { DoneInThread } from "../facts/undo-notes.ts";
import { type UndoRecord, undoSchema } from "../facts/undo-record.ts";
import type { RepositoryMemory, Unnoted } from "./repository-memory.ts";

/** A status issue whose markers are broken takes no notebook. */
const mostKept = 50;

/** A text whose run had broken off stands there once, with all that it has done. */
export function rememberUnnoted(
  before: RepositoryMemory["unnoted"],
  done: readonly DoneInThread[],
): RepositoryMemory["unnoted"] {
  const fresh = done.map(([issue, record]): Unnoted => ({ issue, record: JSON.stringify(record) }));
  const records = done.map(([, record]) => record);
  return [...withoutRecords(before, records), ...fresh].slice(-mostKept);
}

/** Those of other texts, and of other versions of these. */
export function withoutRecords(
  unnoted: RepositoryMemory["unnoted"],
  records: Iterable<UndoRecord>,
): RepositoryMemory["unnoted"] {
  const nameOf = ({ key, at }: UndoRecord) => `${key}@${at}`;
  const names = new Set(Array.from(records, nameOf));
  if (names.size === 0) return unnoted;
  return unnoted.filter(
    (one) => !readUnnoted([one]).some(([, record]) => names.has(nameOf(record))),
  );
}

/** In the order in which it was done. */
export function readUnnoted(unnoted: RepositoryMemory["unnoted"]): readonly DoneInThread[] {
  return unnoted.flatMap(({ issue, record }): readonly DoneInThread[] => {
    const { success, data } = undoSchema.safeParse(JSON.parse(record));
    return success ? [[issue, data]] : [];
  });
}
