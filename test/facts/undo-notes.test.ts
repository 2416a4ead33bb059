import fc from "fast-check";
import { describe, expect, test } from "#test";
import {
  emptyNotebook,
  printedLength,
  printNotebook,
  readNotebook,
} from "../../src/facts/notebook.ts";
import { rememberUndo, roomForUndo } from "../../src/facts/undo-notes.ts";
import type { UndoRecord } from "../../src/facts/undo-record.ts";

const at = (second: number) => `2025-11-10T09:00:${String(second).padStart(2, "0")}Z`;

function record(second: number, count = 1, label = "x"): UndoRecord {
  const step = {
    did: { kind: "add-label", issue: 1, label },
    back: { kind: "remove-label", issue: 1, label },
  } as const;
  return { key: `c:${second}`, at: at(second), steps: Array.from({ length: count }, () => step) };
}

describe("what the last command of a thread changed", () => {
  test("is read back", () => {
    const notebook = rememberUndo(emptyNotebook, new Map([[7, record(1, 2)]]));
    expect(readNotebook(printNotebook(notebook))?.undo).toEqual({ 7: record(1, 2) });
  });

  test("replaces what the one before it changed", () => {
    const first = rememberUndo(emptyNotebook, new Map([[7, record(1)]]));
    expect(rememberUndo(first, new Map([[7, record(2)]])).undo).toEqual({ 7: record(2) });
  });

  test("is not remembered in part, and not what was before it either", () => {
    const first = rememberUndo(emptyNotebook, new Map([[7, record(1)]]));
    expect(rememberUndo(first, new Map([[7, record(2, 100)]])).undo).toEqual({});
  });

  test("is remembered for the twenty newest threads", () => {
    const records = new Map(
      Array.from({ length: 30 }, (_, index) => [index + 1, record(59 - index)]),
    );
    const numbers = Object.keys(rememberUndo(emptyNotebook, records).undo).map(Number);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test("leaves the notebook alone where nothing was changed", () => {
    expect(rememberUndo(emptyNotebook, [])).toBe(emptyNotebook);
  });
});

test("whatever is remembered stays within its room, the newest that fits always", () => {
  const records = fc.tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom("a", "-->", "<😀>"),
  );
  fc.assert(
    fc.property(fc.array(records, { minLength: 1, maxLength: 40 }), (all) => {
      let notebook = emptyNotebook;
      for (const [thread, second, count, label] of all) {
        const given = record(second, count, label);
        notebook = rememberUndo(notebook, new Map([[thread, given]]));
        expect(printedLength(notebook.undo)).toBeLessThanOrEqual(roomForUndo);
        const dates = Object.values(notebook.undo).map((one) => one.at);
        const isNewest = dates.every((date) => date <= given.at);
        const fits = printedLength([String(thread), given]) <= roomForUndo;
        if (isNewest && !fits) expect(notebook.undo[thread]).toBeUndefined();
        if (isNewest && fits) expect(notebook.undo[thread]).toEqual(given);
      }
      expect(readNotebook(printNotebook(notebook))?.undo).toEqual(notebook.undo);
    }),
  );
});
