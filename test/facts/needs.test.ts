import { describe, expect, test } from "#test";
import { resolveNeeds } from "../../src/facts/needs.ts";
import { milestone } from "../domain/project-builder.ts";

const named = (number: number, title: string, ...earlierTitles: readonly string[]) =>
  milestone(number, { title, earlierTitles });

const all = [
  named(1, "Milestone 5.1: Store"),
  named(2, "Milestone 5.2: Index"),
  named(3, "Milestone 5.10: Queue"),
  named(4, "M3 Core Loop", "M3 Old"),
  named(5, "DB-ML1 Schema"),
  named(6, "DB-ML2 Seed"),
  named(7, "Alpha, the first"),
  named(8, "#1 Priority"),
  named(9, "Pre-Beta"),
  named(10, "Search and Index"),
];

const needsOf = (text: string) => resolveNeeds(text, all, "o/r");

describe("Needs:", () => {
  test.each([
    ["", [], []],
    ["#407", [407], []],
    ["#404-406, o/x#1", [404, 405, 406, "o/x#1"], []],
    ["5.1", [], [1]],
    ["5.1-5.10", [], [1, 2, 3]],
    ["5.2 – 5.10", [], [2, 3]],
    ["5.1 through 5.2", [], [1, 2]],
    ["DB-ML1-DB-ML2", [], [5, 6]],
    ["DB-ML1", [], [5]],
    ["Pre-Beta", [], [9]],
    ["milestone 4; M3", [], [4]],
    ["M3 Old", [], [4]],
    ["#407, M3 and #408", [407, 408], [4]],
    ["Search and Index, M3", [], [10, 4]],
    ["#12 and M3", [12], [4]],
    ["#12 M3", [12], [4]],
    ["#12 (the store), 5.1", [12], [1]],
    ["M3, and 5.1", [], [4, 1]],
    ['"Alpha, the first", #2', [2], [7]],
    ['"#1 Priority"', [], [8]],
    ['"DB-ML1 Schema", "Alpha, the first"', [], [5, 7]],
    ["#1, #1, 5.1, 5.1", [1], [1]],
    [", ;,", [], []],
  ])("%p means issues %p and milestones %p", (text, issues, milestones) => {
    expect(needsOf(text)).toMatchObject({ issues, milestones });
  });

  test.each(["", "#407", "5.1-5.10, M3", '"#1 Priority"'])("%p is no problem", (text) => {
    expect(needsOf(text).problems).toEqual([]);
  });

  test("says which names fit nothing or several", () => {
    expect(needsOf("Gamma, DB-, 5.10-5.1, #3 Gamma").problems).toMatchInlineSnapshot(`
[
  ""Gamma" is no milestone and no issue of this repository",
  ""DB-" fits several milestones ("DB-ML1 Schema", "DB-ML2 Seed")",
  ""5.10-5.1" is no milestone and no issue of this repository",
  ""Gamma" is no milestone and no issue of this repository",
]
`);
  });

  test("reads a hundred names and says so", () => {
    const { issues, problems } = needsOf(
      Array.from({ length: 5000 }, (_, index) => `#${index + 1}`).join(","),
    );
    expect(issues).toHaveLength(100);
    expect(problems).toEqual(["only its first 100 names are read"]);
  });

  test.each([
    ["dashes", "a-".repeat(30_000)],
    ["blanks", `a${" ".repeat(60_000)}b`],
    ["quotes", '"'.repeat(60_000)],
  ])("comes to an end, with short problems, in 60,000 characters of %s", (_, text) => {
    expect(needsOf(text).problems.join("").length).toBeLessThan(1000);
  });
});
