import commonmark from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import { encodeText } from "../../src/markdown/bytes.ts";
import { findHeadingPlaces, parsedHeadingPlaces } from "../../src/markdown/heading-places.ts";
import { findHeadings } from "../../src/markdown/headings.ts";
import { anyLines, anyScraps } from "./random-texts.ts";

const headings = (text: string) => findHeadings(encodeText(text));
const anchors = (text: string) => headings(text).map(({ anchor }) => anchor);

describe("anchors are those that GitHub gives", () => {
  test.each([
    ["# Hello, World!", "hello-world"],
    ["# Milestone 5.1: In-Memory ✅", "milestone-51-in-memory-"],
    ["# a  b - c_d", "a--b---c_d"],
    ["# `code` & **bold** [link](https://x.y)", "code--bold-link"],
    ["# Überblick – Größe", "überblick--größe"],
    ["# 日本語 テスト", "日本語-テスト"],
    ["# :tada: done", "tada-done"],
    ["# R&amp;D", "rd"],
    ["# ⏸️ Paused", "\ufe0f-paused"],
    ["Title\n=====", "title"],
    ["# Closed ##", "closed"],
    ["# ![image](x.png) after", "-after"],
  ])("%s", (text, anchor) => {
    expect(anchors(text)).toEqual([anchor]);
  });

  test("and a text that was there before gets a number that is free", () => {
    expect(anchors("# A\n\n# a\n\n# A-1\n\n# A\n\n# A!")).toEqual([
      "a",
      "a-1",
      "a-1-1",
      "a-2",
      "a-3",
    ]);
  });
});

describe("headings", () => {
  test("are not in code, comments or front matter", () => {
    const text =
      "---\ntitle: x\n---\n\n```\n# no\n```\n\n    # no\n\n<!-- # no\n# no -->\n\n# Yes\n\n`# no`\n";
    expect(headings(text)).toEqual([{ level: 1, text: "Yes", anchor: "yes", region: null }]);
  });

  test("in lists and quotes are not listed, but take their anchor", () => {
    expect(anchors("> # A\n\n- # A\n\n## A")).toEqual(["a-2"]);
  });

  test("say in which region they are, whatever bytes come before", () => {
    const region = "<!-- milepost:milestone-sections -->\n### In ✅\n<!-- milepost:end -->\n";
    const text = `\ufeff# Größe 🎉\n\n\udcff\n\n${region}\n## Out\r\n`;
    expect(headings(text).map(({ level, text, region }) => [level, text, region])).toEqual([
      [1, "Größe 🎉", null],
      [3, "In ✅", "milestone-sections"],
      [2, "Out", null],
    ]);
  });

  test("that no link can lead to are left out", () => {
    expect(headings("# 🎉\n\n#\n\n# !\n")).toEqual([]);
  });
});

describe("headings found line by line", () => {
  const expectSameAsParser = (markdown: string) => {
    expect(findHeadingPlaces(markdown)).toEqual(parsedHeadingPlaces(markdown));
  };
  const parts = fc.constantFrom(
    ...["# a", "## b `c` #", "  # d", "- # e", "> # f", "> g\n> ===", "h\n---", "#", "# [i](j)"],
    ...["# [k]", "# [k][l]", "[k]: /u", "- m", "  n", "\t# o", "> - # p", ">#q", "1. r", "   # s"],
    ...[
      "# ![t](u) **v**",
      "# <b>w</b> &amp; \\x",
      "text",
      "",
      "",
      "```",
      "<!-- y",
      "-->",
      "# [^1]",
    ],
  );
  const documents = fc
    .tuple(fc.array(parts, { maxLength: 12 }), fc.constantFrom("\n", "\n", "\r\n", "\r"))
    .map(([lines, lineEnd]) => lines.join(lineEnd));

  test("are those of the parser, among lines of all kinds", () => {
    fc.assert(fc.property(documents, expectSameAsParser), { numRuns: 2000 });
    fc.assert(fc.property(anyLines, expectSameAsParser), { numRuns: 1000 });
    fc.assert(fc.property(anyScraps, expectSameAsParser), { numRuns: 1000 });
  });

  test("are those of the parser, whatever blanks and signs they begin and end with", () => {
    const signs = fc.constantFrom(
      ...["#", "##", " #", "# ", "   ", " ", "\u00a0", "\u2003", "a", "B 1.", "~", "|", "!", ">"],
      ...["-", "=", "@", "&", "\\", "www.c.de", "✅"],
    );
    const lines = fc.array(signs, { maxLength: 8 }).map((scraps) => `# ${scraps.join("")}`);
    fc.assert(fc.property(lines, expectSameAsParser), { numRuns: 2000 });
  });

  test("are those of the parser in each example of CommonMark", () => {
    for (const { markdown } of commonmark.tests) expectSameAsParser(markdown);
  });

  test("are those of the parser where a line is too deep for it", () => {
    expectSameAsParser(`${"> ".repeat(60)}# a\n\n# b`);
  });
});
