import fc from "fast-check";
import { describe, expect, test } from "#test";
import { proseLines } from "../../src/markdown/ignored-ranges.ts";
import { countTasks } from "../../src/markdown/task-list.ts";

describe("countTasks", () => {
  test.each([
    ["all bullets and numbers", "- [ ] a\n* [x] b\n+ [X] c\n1. [x] d\n2) [ ] e", 3, 5],
    ["nested entries", "- [x] a\n  - [ ] b\n    1. [x] c\n- d\n  - [ ] e", 2, 4],
    ["entries with line ends of Windows", "- [ ] a\r\n- [x] b\r\n", 1, 2],
    ["entries in details", "<details>\n\n- [x] a\n\n</details>\n", 1, 1],
    ["entries with more paragraphs", "- [ ] a\n\n  [x] b\n", 0, 1],
    ["no entries without text", "- [ ]\n- [x]", 0, 0],
    ["no other boxes", "- [y] a\n- [] b\n- [x]c\n[ ] d\n- a [x] b", 0, 0],
    ["no links", "- [x](u)\n- [ ]: u", 0, 0],
    ["nothing in code", "```\n- [ ] a\n```\n\n    - [ ] b\n\n`- [ ] c`", 0, 0],
    ["nothing in quotes", "> - [ ] a\n\n- b\n  > - [x] c", 0, 0],
    ["nothing in comments", "<!--\n- [ ] a\n-->\n", 0, 0],
    ["nothing in an empty text", "", 0, 0],
  ])("counts %s", (_what, markdown, done, total) => {
    expect(countTasks(markdown)).toEqual({ done, total });
  });
});

function proseOf(markdown: string): readonly string[] {
  return proseLines(markdown).map(({ line, text }) => `${line}:${text}`);
}

describe("proseLines", () => {
  test.each([
    [
      "text and list entries",
      "Blocked by #1\n\n- Depends on #2",
      ["1:Blocked by #1", "3:- Depends on #2"],
    ],
    ["no code", "a `#1` b\n\n```\n#2\n```\n\n    #3\n", ["1:a      b"]],
    ["no quotes", "> #1\nlazy\n\nb", ["4:b"]],
    ["no comments", "a <!-- #1 --> b\n<!-- #2\n\n#3 -->\nc", ["1:a             b", "5:c"]],
    ["no open comment", "a\n\n<!-- #2\n\n#3", ["1:a"]],
    [
      "the text but not the target of links",
      "[#1](u/#2) [#3][x] <https://a.b/4>\n\n[x]: #5",
      ["1:[#1]       [#3]    <https://a.b/4>"],
    ],
    ["no images", "a ![#1](u) b", ["1:a          b"]],
    ["no tags, but what is between them", '<p title="#1">#2</p>', ["1:              #2    "]],
    ["nothing preformatted", "<pre>\n#1\n\n#2</pre>\nb", ["5:b"]],
    ["nothing struck out", "a ~~Blocked by #1~~ b", ["1:a                   b"]],
    [
      "cells of tables",
      "| #1 | b |\n|---|---|\n| #2 | `#3` |",
      ["1:| #1 | b |", "2:|---|---|", "3:| #2 |      |"],
    ],
    ["lines of Windows", "a\r\n`b`\r\nc", ["1:a", "3:c"]],
  ])("are %s", (_what, markdown, lines) => {
    expect(proseOf(markdown)).toEqual(lines);
  });

  test("are as long as the lines of the text, and hold nothing that is not there", () => {
    const piece = fc.constantFrom(
      "a",
      "`",
      "```",
      "\n",
      "\r\n",
      "> ",
      "<!--",
      "-->",
      "[",
      "]",
      "(",
      ")",
      "~~",
      "<b>",
      "😀",
      "    ",
      "!",
      "| ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (parts) => {
        const lines = parts.join("").split(/\r\n|\n|\r/);
        for (const { line, text } of proseLines(parts.join(""))) {
          const original = lines[line - 1] ?? "";
          expect(text).toHaveLength(original.length);
          for (const [index, unit] of text.split("").entries()) {
            expect([" ", original[index]]).toContain(unit);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
