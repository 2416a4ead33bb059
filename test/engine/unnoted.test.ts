import { describe, expect, test } from "#test";
import { readUnnoted, rememberUnnoted } from "../../src/engine/unnoted.ts";
import type { UndoRecord } from "../../src/facts/undo-record.ts";

const record: UndoRecord = { key: "c:1", at: "2025-11-10T09:00:00Z", isEdited: true, steps: [] };

describe("what the notebook does not hold yet", () => {
  test("is read back in the order in which it was done", () => {
    const other = { ...record, key: "c:2" };
    const unnoted = rememberUnnoted(rememberUnnoted([], [[7, record]]), [[7, other]]);
    expect(readUnnoted(unnoted)).toEqual([
      [7, record],
      [7, other],
    ]);
  });

  test("is what was done last, where nothing can be noted for long", () => {
    const all = Array.from({ length: 60 }, (_, index) => [index + 1, record] as const);
    expect(readUnnoted(rememberUnnoted([], all)).map(([issue]) => issue)).toEqual(
      all.slice(10).map(([issue]) => issue),
    );
  });

  test("is left out where it is not of the shape that it should have", () => {
    expect(readUnnoted([{ issue: 7, record: '{"key":1}' }])).toEqual([]);
  });
});
