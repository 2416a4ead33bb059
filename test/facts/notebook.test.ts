import fc from "fast-check";
import { describe, expect, test } from "#test";
import { earlierTitles, noteTitles } from "../../src/facts/milestone-titles.ts";
import { emptyNotebook, printNotebook, readNotebook } from "../../src/facts/notebook.ts";
import type { UndoStep } from "../../src/facts/undo-record.ts";

const hostile = fc.string({
  unit: fc.constantFrom(
    "-->",
    "--",
    "-",
    "<!--",
    "<",
    ">",
    "!",
    '"',
    "\\",
    "\n",
    " ",
    "é",
    "😀",
    "a",
  ),
});
const noted = fc.record({ text: hostile, at: fc.constant("2025-11-10T09:00:00Z") });
const issueNumber = fc.integer({ min: 1, max: 99 }).map(String);
const notebooks = fc.record({
  issues: fc.dictionary(issueNumber, fc.record({ alias: noted, note: noted }), { maxKeys: 3 }),
  undo: fc.dictionary(
    issueNumber,
    fc.record({
      key: fc.constant("c:1"),
      at: fc.constant("2025-11-10T09:00:00Z"),
      steps: fc.constant<UndoStep[]>([
        {
          did: { kind: "add-blocker", issue: 1, blocker: "o/other#2" },
          back: { kind: "remove-blocker", issue: 1, blocker: "o/other#2" },
        },
      ]),
    }),
    { maxKeys: 2 },
  ),
  ran: fc.dictionary(hostile, fc.constant("2025-11-10T09:00:00Z"), { maxKeys: 2 }),
  version: fc.constant(1 as const),
  milestones: fc.dictionary(
    fc.integer({ min: 1, max: 99 }).map(String),
    fc.array(hostile, { maxLength: 3 }),
    { maxKeys: 4 },
  ),
});

describe("the notebook", () => {
  test("knows no text that has run where a date is none, so that nothing breaks off because of it", () => {
    const notebook = { ...emptyNotebook, ran: { "c:1": "yesterday" } };
    expect(readNotebook(printNotebook(notebook))).toEqual(emptyNotebook);
  });

  test("is read back as it is printed, from the middle of any text", () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        const body = `Before --> <!-- x -->\n${printNotebook(notebook)}\nafter -->`;
        expect(readNotebook(body)).toEqual(notebook);
      }),
    );
  });

  test("is one HTML comment in one line that nothing in it can end", () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        const printed = printNotebook(notebook);
        expect(printed).toMatch(/^<!-- milepost-notebook [^\n]* -->$/);
        expect(printed.slice(4, -3)).not.toMatch(/--|<|>/);
      }),
    );
  });

  test("keeps what became of the pin", () => {
    const notebook = { ...emptyNotebook, pin: "no-room" as const };
    expect(readNotebook(printNotebook(notebook))).toEqual(notebook);
  });

  test.each([
    ["no notebook", "nothing here"],
    ["one without an end", "<!-- milepost-notebook {"],
    ["damaged JSON", '<!-- milepost-notebook {"version":1, -->'],
    ["another version", '<!-- milepost-notebook {"version":2,"milestones":{}} -->'],
    [
      "a milestone that is no number",
      '<!-- milepost-notebook {"version":1,"milestones":{"a":[]}} -->',
    ],
    ["titles that are no texts", '<!-- milepost-notebook {"version":1,"milestones":{"1":[2]}} -->'],
    ["a list", "<!-- milepost-notebook [] -->"],
  ])("is null where there is %s", (_, body) => {
    expect(readNotebook(body)).toBeNull();
  });
});

describe("titles in the notebook", () => {
  const note = (...titles: readonly string[]) =>
    titles.reduce((notebook, title) => noteTitles(notebook, [{ number: 2, title }]), emptyNotebook);

  test("are noted, the newest first, each once", () => {
    expect(note("A", "A", "B", "C", "B").milestones).toEqual({ 2: ["B", "C", "A"] });
  });

  test("are told without the present one", () => {
    expect(earlierTitles(note("A", "B"), 2, "B")).toEqual(["A"]);
    expect(earlierTitles(note("A", "B"), 2, "C")).toEqual(["B", "A"]);
    expect(earlierTitles(emptyNotebook, 2, "C")).toEqual([]);
  });

  test("are ten at most, the oldest forgotten", () => {
    const titles = Array.from({ length: 12 }, (_, index) => `T${index}`);
    const kept = note(...titles).milestones["2"] ?? [];
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([10, "T11", "T2"]);
  });

  test("of milestones that are gone are kept while there is room, then go first", () => {
    const many = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, index) => ({
        number: first + index,
        title: `M${first + index}`,
      }));
    const before = noteTitles(emptyNotebook, many(1, 150));
    const after = noteTitles(before, many(100, 250));
    expect(Object.keys(after.milestones)).toHaveLength(200);
    expect(after.milestones["100"]).toEqual(["M100"]);
    expect([after.milestones["99"], after.milestones["50"]]).toEqual([["M99"], undefined]);
    expect(noteTitles(after, many(100, 250))).toEqual(after);
  });

  test("take little room, however long they are", () => {
    const milestones = Array.from({ length: 200 }, (_, index) => ({
      number: index + 1,
      title: "<-->".repeat(60),
    }));
    const notebook = noteTitles(emptyNotebook, milestones);
    expect(printNotebook(notebook).length).toBeLessThan(9000);
    expect(notebook.milestones["200"]).toBeDefined();
  });
});
