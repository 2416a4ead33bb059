import fc from "fast-check";
import { describe, expect, test } from "#test";
import { type NoteEdit, noteOnIssue, roomForNotes } from "../../src/facts/issue-notes.ts";
import {
  emptyNotebook,
  longestNote,
  type Notebook,
  printedLength,
  printNotebook,
  readNotebook,
} from "../../src/facts/notebook.ts";

const open = { state: "open" } as const;
const closed = { state: "closed" } as const;
const at = (second: number) => `2025-11-10T09:00:${String(second).padStart(2, "0")}Z`;

function note(issue: number, more: Partial<NoteEdit> = {}): NoteEdit {
  return { kind: "note", issue, about: "note", text: "x".repeat(longestNote), ...more };
}

/** Each with a date of its own, in order. */
function noteAll(
  edits: readonly NoteEdit[],
  issues: ReadonlyMap<number, typeof open | typeof closed>,
) {
  return edits.reduce(
    (notebook, edit, index) => noteOnIssue(notebook, edit, `2025-11-10T${1000 + index}`, issues),
    emptyNotebook,
  );
}

describe("a note", () => {
  test("stands beside the others of its issue, with its date", () => {
    const edits = [note(1, { text: "a" }), note(1, { about: "alias", text: "b" })];
    const notebook = edits.reduce(
      (one, edit, second) => noteOnIssue(one, edit, at(second), new Map()),
      emptyNotebook,
    );
    expect(notebook.issues).toEqual({
      1: { note: { text: "a", at: at(0) }, alias: { text: "b", at: at(1) } },
    });
  });

  test("replaces the one of before", () => {
    const first = noteOnIssue(emptyNotebook, note(1, { text: "a" }), at(0), new Map());
    const second = noteOnIssue(first, note(1, { text: "b" }), at(1), new Map());
    expect(second.issues).toEqual({ 1: { note: { text: "b", at: at(1) } } });
  });

  test("leaves nothing behind once it is forgotten", () => {
    const noted = noteOnIssue(emptyNotebook, note(1), at(0), new Map());
    expect(noteOnIssue(noted, note(1, { text: null }), at(1), new Map())).toEqual(emptyNotebook);
  });

  test("on a move says which milestone it speaks of, or that it is none", () => {
    const moved = note(1, { about: "moved", text: "a", milestone: 3 });
    const first = noteOnIssue(emptyNotebook, moved, at(0), new Map());
    expect(first.issues[1]?.moved).toEqual({ text: "a", at: at(0), milestone: 3 });
    const away = note(1, { about: "moved", text: "a", milestone: null });
    expect(noteOnIssue(first, away, at(0), new Map()).issues[1]?.moved?.milestone).toBeNull();
  });

  test("that is too long is cut, so that the notebook stays readable", () => {
    const long = note(1, { text: "y".repeat(longestNote + 1) });
    const notebook = noteOnIssue(emptyNotebook, long, at(0), new Map());
    expect(readNotebook(printNotebook(notebook))).toEqual(notebook);
  });
});

describe("where the room is full", () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const isClosed = (number: number) => number % 2 === 0;
  const issues = new Map(numbers.map((number) => [number, isClosed(number) ? closed : open]));
  const kept = Object.keys(
    noteAll(
      numbers.map((number) => note(number)),
      issues,
    ).issues,
  ).map(Number);

  test("notes on closed issues go first, the oldest of them before the others", () => {
    expect(kept.filter((number) => !isClosed(number))).toEqual(
      numbers.filter((number) => !isClosed(number)),
    );
    const left = kept.filter(isClosed);
    expect(left).toEqual(numbers.filter(isClosed).slice(-left.length));
    expect(left.length).toBeGreaterThan(2);
  });

  test("the oldest of all go then", () => {
    const all = new Map(numbers.map((number) => [number, open]));
    const notebook = noteAll(
      numbers.map((number) => note(number)),
      all,
    );
    const left = Object.keys(notebook.issues).map(Number);
    expect(left).toEqual(numbers.slice(-left.length));
    expect(left.length).toBeGreaterThan(30);
  });

  test("issues that are gone count as closed", () => {
    const all = new Map(numbers.filter((number) => number !== 30).map((number) => [number, open]));
    const notebook = noteAll(
      numbers.map((number) => note(number)),
      all,
    );
    expect(notebook.issues[30]).toBeUndefined();
  });

  test("no more goes than must", () => {
    const all = new Map(numbers.map((number) => [number, open]));
    const notebook = noteAll(
      numbers.map((number) => note(number)),
      all,
    );
    expect(printedLength(notebook.issues)).toBeGreaterThan(roomForNotes - 2 * longestNote);
  });
});

const hostile = fc.string({
  unit: fc.constantFrom("-->", "--", "<", ">", '"', "\\", "\n", "é", "😀", "\ud83d", "a", "\u0000"),
  maxLength: longestNote,
});
const edits: fc.Arbitrary<NoteEdit> = fc.record({
  kind: fc.constant("note" as const),
  issue: fc.integer({ min: 1, max: 40 }),
  about: fc.constantFrom("alias", "note", "moved", "dropped", "held"),
  text: fc.option(hostile),
  milestone: fc.option(fc.integer({ min: 1, max: 5 })),
});

test("whatever is noted stays within its room and is read back", () => {
  const issues = new Map(
    Array.from({ length: 30 }, (_, index) => [index, index % 2 ? open : closed]),
  );
  const dates = fc.integer({ min: 0, max: 59 }).map(at);
  fc.assert(
    fc.property(fc.array(fc.tuple(edits, dates), { size: "max", maxLength: 90 }), (all) => {
      let notebook: Notebook = emptyNotebook;
      for (const [edit, date] of all) {
        notebook = noteOnIssue(notebook, edit, date, issues);
        expect(printedLength(notebook.issues)).toBeLessThanOrEqual(roomForNotes);
        expect(notebook.issues[edit.issue]?.[edit.about]?.text ?? null).toBe(edit.text);
      }
      expect(readNotebook(`a ${printNotebook(notebook)} b`)).toEqual(notebook);
    }),
  );
});
