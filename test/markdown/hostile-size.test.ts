import { describe, expect, test } from "#test";
import { unreadLines } from "../../src/markdown/costly-lines.ts";
import { proseLines } from "../../src/markdown/ignored-ranges.ts";
import { withoutSurplus } from "../../src/markdown/surplus-marks.ts";
import { walkBlocks } from "../../src/markdown/syntax-tree.ts";
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
    ["comments in words that never end", "a <!-- ".repeat(8_500)],
    ["instructions that never end", "a <? ".repeat(12_000)],
    ["data that never ends", "a <![CDATA[ ".repeat(5_000)],
    ["declarations that never end", "a <!X ".repeat(10_000)],
    ["titles that never end", "[a](b (c ".repeat(6_600)],
    ["targets that never end", "[a](b(".repeat(10_000)],
    ["targets in brackets that never end", "[a](<b ".repeat(8_500)],
    ["brackets that nothing opens", "a]".repeat(30_000)],
    ["brackets in brackets", "[".repeat(30_000) + "]".repeat(30_000)],
    ["brackets that name nothing", "[a]".repeat(20_000)],
    ["stars that only close", "\\<* ".repeat(12_000)],
    ["definitions whose targets never end", "[a]: <b\n".repeat(7_500)],
    ["definitions whose titles never end", "[a]: b (c\n".repeat(6_000)],
    ["headings by underlines", "a\n-\n".repeat(15_000)],
    ["headings by underlines in a list", `- x\n${"  a\n  -\n".repeat(7_500)}`],
    ["lists in items", "- - a\n".repeat(10_000)],
    ["lists in quotes", "> - - a\n".repeat(7_500)],
    ["quotes with lines between", "> a\n\n".repeat(12_000)],
    ["backticks of growing length", Array.from({ length: 340 }, (_, n) => "`".repeat(n)).join(" ")],
  ])("%s", (_name, text) => {
    expect(proseLines(text).length).toBeLessThanOrEqual(text.split("\n").length);
    expect(countTasks(`- [x] done\n\n${text}`).done).toBe(1);
    // Within a line, so that the parser has to tell.
    const region = "\n\n<!-- milepost:count -->x<!-- milepost:end -->";
    expect(findTextRegions(text + region).regions.length).toBeLessThanOrEqual(1);
  });
});

describe("what follows more than anyone writes", () => {
  const open = "a <!-- ".repeat(8_500);

  test("in one paragraph is plain words, and the next one is read as ever", () => {
    const [first, second] = proseLines(`${open}\n\nb \`c\` <!-- d -->`);
    expect(first?.text).toHaveLength(open.length);
    expect(second?.text.trimEnd()).toBe("b");
  });

  test("by lines is nothing, up to the next block", () => {
    const many = "> a\n> -\n".repeat(10_000);
    const lists = [...walkBlocks(`${many}\n- [x] b`)].filter(({ node }) => node.type === "list");
    expect(lists.map(({ start }) => start)).toEqual([many.length + 1]);
    expect(unreadLines(many).length).toBeGreaterThan(10_000);
  });

  test("is not what a long table or list holds", () => {
    const table = `| a | b |\n|---|---|\n${"| [c](d) | `e` |\n".repeat(4_000)}`;
    const list = "- [x] [c](d) `e` *f*\n".repeat(4_000);
    for (const text of [table, list, list.replaceAll("\n", "\n\n")]) {
      expect(unreadLines(text)).toEqual([]);
      expect(withoutSurplus(text, walkBlocks(text))).toBe(text);
    }
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
