import commonmark from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import { scanBlockLines } from "../../src/markdown/block-lines.ts";
import { parsedProseLines, proseLines } from "../../src/markdown/ignored-ranges.ts";
import { findQuotes, parsedQuotes } from "../../src/markdown/quote-places.ts";
import { findTaskEntries } from "../../src/markdown/task-entries.ts";
import { countTasks } from "../../src/markdown/task-list.ts";
import { anyLines, anyScraps } from "./random-texts.ts";

const examples = commonmark.tests.map(({ markdown }) => markdown);

function expectSameAsParser(markdown: string): void {
  const entries = findTaskEntries(markdown);
  const done = entries.filter((entry) => entry.isDone).length;
  expect(countTasks(markdown)).toEqual({ done, total: entries.length });
  expect(proseLines(markdown)).toEqual(parsedProseLines(markdown));
  expect(findQuotes(markdown)).toEqual(parsedQuotes(markdown));
}

describe("what lines are without the parser", () => {
  test("is what the parser says, for lines of all kinds", () => {
    fc.assert(fc.property(anyLines, expectSameAsParser), { numRuns: 2000 });
  });

  test("is what the parser says, for scraps of Markdown", () => {
    fc.assert(fc.property(anyScraps, expectSameAsParser), { numRuns: 2000 });
  });

  const links = fc
    .array(
      fc.constantFrom(
        ...["[a](b)", "[a b](c/d.md)", "[#5](u#v)", "[x](y)", "[](e)", "[ ](f)", "[**q**](r)"],
        ...[
          "[`c`](d)",
          "![i](j)",
          "[[k](l)](m)",
          "[^1]",
          "]:",
          "](",
          "[",
          "]",
          "(",
          ")",
          "`",
          "``",
        ],
        ...[" ", "word", "#4", "~~", "\n", "  \n", "\t", "é", '"', "&amp;", "\u00a0"],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));

  test("is what the parser says, for links of all kinds", () => {
    fc.assert(fc.property(links, expectSameAsParser), { numRuns: 2000 });
  });

  test("is what the parser says, for all that begins with an angle bracket", () => {
    const angles = fc.constantFrom(
      ...["<", "<5 ms", "< a", "<=", ">", "<5@b.de>", "<a", "</a>", "<!-- c -->", "<!", "<?", "?>"],
      ...["<http://d.de>", '="', '"', "`", "](e)", "[f", "| g |", " ", "\n", "#4"],
    );
    const texts = fc.array(angles, { maxLength: 10 }).map((scraps) => scraps.join(""));
    fc.assert(fc.property(texts, expectSameAsParser), { numRuns: 2000 });
  });

  const inline = fc.constantFrom(
    ...[
      "`a`",
      "``a`b``",
      "`",
      "``",
      "[t](u `x`)",
      "<b>x</b>",
      "![i](u)",
      "\\`",
      "|",
      "~~s~~",
      " word ",
    ],
    ...[
      "\n",
      "\n- ",
      "\n  ",
      "\n    ",
      "\n\n",
      "\n# ",
      "\n| a | `b` |",
      "\n|---|---|",
      "\n  - [ ] ",
    ],
  );
  const paragraphs = fc.array(inline, { maxLength: 25 }).map((parts) => parts.join(""));
  test("is what the parser says, for code, links and HTML within paragraphs, items and tables", () => {
    fc.assert(fc.property(paragraphs, expectSameAsParser), { numRuns: 2000 });
  });

  test("is what the parser says, for the examples of the specification, alone and in lists", () => {
    for (const example of examples) {
      expectSameAsParser(example);
      expectSameAsParser(`- [ ] a\n${example}`);
      expectSameAsParser(`- [ ] a\n\n${example.replaceAll(/^/gm, "  ")}`);
      expectSameAsParser(`${example}- [ ] a`);
    }
  });

  test.each([
    ["a table, after which an indented line is code", "| a |\n|---|\n    - [ ] b `c`"],
    ["a table in a list", "- [ ] a | b\n  |---|---|"],
    ["a heading that a line below makes", "- [ ] a\n  ---"],
    ["a number that begins no list", "a\n2. [ ] b"],
    ["a number behind a bullet in a paragraph", "a\n* 12. x\n  2. [ ] b"],
    ["a definition in a quote", "> [a]: u\n\nb [#1][a]"],
    ["a box whose text is on the next line", "- [ ]\n  a"],
    ["a fence that its list item ends", "- ```\n[ ] a\n- [ ] b"],
    ["a comment that never ends", "- [ ] a\n\n<!-- b\n\n- [ ] c"],
    ["an unusual line break", "- [ ] a\n-     b\u2028- [ ] c"],
    ["a byte order mark", "\ufeff- [ ] a"],
  ])("is what the parser says of %s", (_what, markdown) => {
    expectSameAsParser(markdown);
    expectSameAsParser(`${markdown}\n`);
  });

  test("is found for what people mostly write", () => {
    const body = [
      ["<!-- Please fill in. -->", "comment"],
      ["### Why", "heading"],
      ["Because of **this**,", "paragraph"],
      ["and [that](u).", "paragraph"],
      ["", "blank"],
      ["1. First", "paragraph"],
      ["2. Then `code`", "paragraph"],
      ["", "blank"],
      ["```js", "code"],
      ["- [ ] none", "code"],
      ["```", "code"],
      ["| a | b |", "paragraph"],
      ["|---|---|", "paragraph"],
      ["", "blank"],
      ["> quoted", "quote"],
      ["", "blank"],
      ["---", "rule"],
      ["<details>", "html"],
      ["", "blank"],
      ["- [ ] a", "paragraph"],
      ["  - [x] b", "paragraph"],
      ["    goes on", "paragraph"],
      ["", "blank"],
      ["[#4]: ../issues/4", "definition"],
      ["[#5]: ../issues/5", "definition"],
    ];
    const lines = scanBlockLines(body.map(([text]) => text).join("\n"));
    expect(lines?.map(({ text, kind }) => [text, kind])).toEqual(body);
    expect(lines?.map(({ itemStart }) => itemStart).filter((start) => start !== null)).toEqual([
      3, 3, 2, 4,
    ]);
  });

  test.each([
    ["a tab", "a\tb"],
    ["a definition with a title", "[a]: u 'b'"],
    ["a definition in a list", "- [a]: u"],
    ["a footnote", "[^1]: a"],
    ["HTML of unknown kind", "<b>a</b>"],
    ["code by its indent", "a\n\n    b"],
    ["an underlined heading", "a\n---"],
    ["an empty list item", "-\n"],
    ["a quote that goes on without a mark", "> a\nb"],
    ["a long text", "a\n".repeat(600_000)],
  ])("is left to the parser in a text with %s", (_what, markdown) => {
    expect(scanBlockLines(markdown)).toBeNull();
  });

  test.each([
    ["spaces", " ".repeat(30_000)],
    ["bullets", "- ".repeat(15_000)],
    [
      "nested items",
      Array.from({ length: 200 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join("\n"),
    ],
    ["dashes", `${"- ".repeat(15_000)}a`],
    ["backticks", `${"`".repeat(30_000)}a\``],
    ["brackets", `- ${"[".repeat(30_000)}`],
    ["fences", "```\n".repeat(8000)],
  ])("comes to an end in a text of %s", (_what, markdown) => {
    expect(() => scanBlockLines(markdown)).not.toThrow();
  });
});
