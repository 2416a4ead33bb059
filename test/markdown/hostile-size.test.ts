import { describe, expect, test } from "#test";
import { proseLines } from "../../src/markdown/ignored-ranges.ts";
import { countTasks } from "../../src/markdown/task-list.ts";
import { findTextRegions } from "../../src/markdown/text-regions.ts";

// Each of these took minutes when a step was repeated for every character; the runner's limit tells.
describe("texts of 60,000 characters that nest or repeat without end are read all the same", () => {
  test.each([
    ["quotes in quotes", ">".repeat(60_000)],
    ["quotes with blanks", "> ".repeat(30_000)],
    ["lists in lists", "- ".repeat(30_000)],
    ["numbers in numbers", "1. ".repeat(20_000)],
    ["strokes that never end", "~~x ".repeat(15_000)],
    ["brackets", "[".repeat(60_000)],
    ["emphasis", "*a _".repeat(15_000)],
    ["comments that never end", "<!-- ".repeat(12_000)],
    ["backticks of growing length", Array.from({ length: 340 }, (_, n) => "`".repeat(n)).join(" ")],
  ])("%s", (_name, text) => {
    expect(proseLines(text).length).toBeLessThanOrEqual(1);
    expect(countTasks(`- [x] done\n\n${text}`).done).toBe(1);
    expect(findTextRegions(`${text}\n`).regions).toEqual([]);
  });
});

describe("what is struck out", () => {
  test.each([
    ["a ~~b~~ c", "a       c"],
    ["~~a~~ b ~~c~~", "      b"],
    ["~~ a ~~ b", "~~ a ~~ b"],
    ["~~a b", "~~a b"],
    ["x ~~~~a", "x ~~~~a"],
  ])("%j reads as %j", (text, prose) => {
    expect(proseLines(text)[0]?.text.trimEnd()).toBe(prose);
  });
});
