import fc from "fast-check";
import { describe, expect, test } from "#test";
import { readIssueList } from "../../src/commands/issue-list.ts";
import { findByKey, keyOf } from "../../src/domain/issue-key.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { item, plan as planOf } from "../domain/project-builder.ts";

const titles = new Map([
  [20, "DB-004: Schema"],
  [21, "[db-5] Queries"],
  [22, "DB-006 – Cache"],
  [23, "US-1 Sign in"],
  [24, "US-1. Sign in again"],
]);
const foreign = { reference: "o/Engine#5", title: null, url: null, state: "open" } as const;
const plan = planOf(
  Array.from({ length: 200 }, (_, index) =>
    item(index + 1, { title: titles.get(index + 1) ?? `Issue ${index + 1}` }),
  ).filter(({ number }) => number !== 50),
  [],
  { foreign: new Map([[foreign.reference, foreign]]) },
);

function read(text: string): unknown {
  const list = readIssueList(text, plan);
  return list.kind === "mistake"
    ? list.says.replaceAll("&#8203;", "")
    : [...list.references, list.rest];
}

describe("a list of issues", () => {
  test.each<[string, readonly (IssueReference | string)[]]>([
    ["#12", [12, ""]],
    ["12", [12, ""]],
    ["#12, #14,15;16 17 & #18 + 19 and #20", [12, 14, 15, 16, 17, 18, 19, 20, ""]],
    ["#12 , and #13", [12, 13, ""]],
    ["#12 #12, 12", [12, ""]],
    ["#4-7", [4, 5, 6, 7, ""]],
    ["#4–#7, 9—10 1..3", [4, 5, 6, 7, 9, 10, 1, 2, 3, ""]],
    ["#4 - #6", [4, 5, 6, ""]],
    ["o/x#3, my-org/re.po_x#12", ["o/x#3", "my-org/re.po_x#12", ""]],
    ["O/R#3", [3, ""]],
    ["O/engine#5", ["o/Engine#5", ""]],
    ["https://github.com/o/r/issues/3, https://github.com/o/r/issues/4#issuecomment-1", [3, 4, ""]],
    ["https://ghe.example/a/b/issues/3?x=1", ["a/b#3", ""]],
    ["DB-004", [20, ""]],
    ["db-4 and DB-5", [20, 21, ""]],
    ["DB-004 through DB-006", [20, 21, 22, ""]],
    ["DB-004..db-006, #1", [20, 21, 22, 1, ""]],
    ["DB-004 – DB-005 to be done", [20, 21, "to be done"]],
    ["#12 because", [12, "because"]],
    ["#12. Then", [12, ". Then"]],
    ["because #12", ["because #12"]],
    ["", [""]],
    ["#12abc", ["#12abc"]],
    ["5.1-5.3", ["5.1-5.3"]],
    ["#12/x", ["#12/x"]],
    ["M3", ["M3"]],
    [", #12", [", #12"]],
  ])("%s is read", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each([
    [
      "#999",
      "#999 is no issue of this repository that I can see: it may be a pull request or deleted.",
    ],
    [
      "#0",
      "#0 is no issue of this repository that I can see: it may be a pull request or deleted.",
    ],
    ["#7-4", "The range #7-4 runs backwards: write #4-7."],
    ["#49-51", "Of #49-51, #50 is no issue of this repository: name the others one by one."],
    [
      "#195-210",
      "Of #195-210, #201, #202, #203, #204, #205 are no issues of this repository: name the others one by one.",
    ],
    ["#1-101", "That names more than 100 issues at once: name fewer."],
    ["#1-49, #51-60, #61-120", "That names more than 100 issues at once: name fewer."],
    ["#1-9999999999", "That names more than 100 issues at once: name fewer."],
    ["DB-9", "No issue's title begins with DB-9: give its number, as #12."],
    ["US-1", "Several issues' titles begin with US-1 (#23, #24): give the number."],
    [
      "DB-6 to DB-4",
      "DB-6 to DB-4 is no range: both keys need the same letters, the lower number first.",
    ],
    [
      "DB-4 to US-5",
      "DB-4 to US-5 is no range: both keys need the same letters, the lower number first.",
    ],
    [
      "DB-4 to DB-9",
      "No issues' titles begin with both ends of DB-4 to DB-9: give the numbers, as #12-15.",
    ],
  ])("%s is answered with what is wrong", (text, says) => {
    expect(read(text)).toBe(says);
  });

  test("takes a hundred issues", () => {
    expect(read("#51-150")).toHaveLength(101);
  });

  test("of any numbers, however they are written and separated, is read as a whole", () => {
    const number = fc.integer({ min: 1, max: 200 }).filter((one) => one !== 50);
    const word = fc.tuple(
      number,
      fc.constantFrom("#", "", "o/r#", "https://github.com/o/r/issues/"),
    );
    const separator = fc.constantFrom(",", ", ", " ", " and ", " & ", ";", "  ,  and ");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, separator), { minLength: 1, maxLength: 40 }), (words) => {
        const text = words
          .map(
            ([[one, start], end], index) => `${start}${one}${index < words.length - 1 ? end : ""}`,
          )
          .join("");
        const numbers = [...new Set(words.map(([[one]]) => one))];
        expect(read(text)).toEqual([...numbers, ""]);
      }),
    );
  });

  test("ends without an exception on any text, and gives back what it did not read", () => {
    const piece = fc.constantFrom(
      "#",
      "1",
      "12",
      "-",
      "–",
      "..",
      " ",
      ",",
      "and",
      "o/r",
      "DB-4",
      "to",
      "/",
      "\u200b",
      "😀",
      "https://a/b/c/issues/3",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("").trim()),
        (text) => {
          const list = readIssueList(text, plan);
          if (list.kind === "mistake") return;
          expect(text.endsWith(list.rest)).toBe(true);
          if (list.references.length === 0) expect(list.rest).toBe(text);
          const again = readIssueList(list.rest, plan);
          if (again.kind === "read" && list.rest !== "") expect(again.references).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a key", () => {
  test.each([
    ["DB-004: Schema", "DB", 4],
    ["[US-1] Sign in", "US", 1],
    ["  us-12 Sign in", "US", 12],
    ["DB-7", "DB", 7],
    ["DB-7. Text", "DB", 7],
    ["DB-7 – Text", "DB", 7],
  ])("begins the title %j", (title, prefix, number) => {
    expect(keyOf(title)).toEqual({ prefix, number });
  });

  test.each([
    "Schema DB-004",
    "DB-004x",
    "DB-",
    "DB 4",
    "COVID-19th",
    "A".repeat(11).concat("-1"),
    "DB-4/5",
  ])("is none in the title %j", (title) => {
    expect(keyOf(title)).toBeNull();
  });

  test("finds the issues between two numbers, in the order of the keys", () => {
    const numbers = findByKey(plan, "db", 5, 9).map(({ item: { number } }) => number);
    expect(numbers).toEqual([21, 22]);
  });
});
