import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "#test";
import { codeSpan } from "../../src/markdown/code-span.ts";
import { escapeText } from "../../src/markdown/escape.ts";
import { clipText, toPlainLine } from "../../src/markdown/plain-line.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const places: readonly (readonly [string, (inline: string) => string, readonly string[]])[] = [
  ["a paragraph", (x) => x, ["paragraph"]],
  ["a paragraph after a line of text", (x) => `Intro\n${x}`, ["paragraph"]],
  ["a list item", (x) => `- ${x}\n`, ["list", "listItem", "paragraph"]],
  ["a heading", (x) => `## ${x}\n`, ["heading"]],
  ["a link", (x) => `[${x}](u.md)`, ["paragraph", "link"]],
  ["bold", (x) => `**a ${x} b**`, ["paragraph", "strong"]],
  ["a block quote", (x) => `> ${x}`, ["blockquote", "paragraph"]],
  ["a table", (x) => `| h | i |\n|---|---|\n| ${x} | end |\n`, []],
];

function parse(markdown: string): Node {
  return fromMarkdown(markdown, { extensions: [gfmTable(), gfmFootnote()] });
}

function flatten(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

function expectPlain(text: string): void {
  const escaped = escapeText(text);
  expect(escaped).not.toMatch(/[\r\n]/);
  const line = toPlainLine(text);
  if (line === "") {
    expect(escaped).toBe("");
    return;
  }
  for (const [name, place, types] of places) {
    const nodes = flatten(parse(place(escaped))).slice(1);
    const values = nodes
      .map(({ value }) => value ?? "")
      .join("")
      .replaceAll("\u200b", "");
    const found = [...new Set(nodes.map(({ type }) => type))];
    expect([name, found.filter((type) => type !== "text")]).toEqual([name, types]);
    expect([name, values]).toEqual([name, expectedIn(name, line)]);
  }
}

function expectedIn(name: string, line: string): string {
  switch (name) {
    case "a paragraph after a line of text":
      return `Intro\n${line}`;
    case "bold":
      return `a ${line} b`;
    case "a table":
      return `hi${line}end`;
    default:
      return line;
  }
}

const hostile: readonly string[] = [
  "<!-- milepost:end -->",
  "--> x",
  "--!> x",
  "x <!-- y",
  "@octocat please",
  "@org/team",
  "a@b.example",
  "#12",
  "GH-12 gh-7",
  "owner/repo#12",
  "owner@abcdef1",
  "https://example.org/a_b",
  "http://x",
  "www.example.org",
  "ftp://x",
  "https://github.com/o/r/issues/1",
  ":tada: :100: :+1:",
  "12:30:45",
  "a | b",
  "\\| \\",
  "`code`",
  "``a`b``",
  "a `",
  "<b>bold</b>",
  "a < b > c",
  "<https://x.y>",
  "&amp; &#35; &lt; &copy &",
  "[a](b)",
  "![a](b)",
  "[a]",
  "[^1]",
  "[ ] task",
  "[x] done",
  "]",
  "a](b",
  "*a* **b** ***c***",
  "_a_ __b__ a_b_c _",
  "~a~ ~~b~~",
  "*",
  "_",
  "~",
  "* a",
  "- a",
  "+ a",
  "1. a",
  "1) a",
  "1.",
  "-",
  "+",
  "# a",
  "#",
  "## ##",
  "a #",
  "a ##",
  "> q",
  ">",
  "===",
  "---",
  "- - -",
  "* * *",
  "***",
  "___",
  "```",
  "~~~",
  ":--",
  ":-:",
  "-:",
  "|--|",
  "$a$ $$b$$ $`c`$",
  "line\nbreak\r\n\tand\0control",
  "\u202eabc\u202c \u2066x\u2069",
  "a\u200bb\ufeffc",
  "\ud800x\udc00",
  "a\u2028b\u2029c",
  "    indented",
  "trailing  ",
  "\\",
  "\\\\",
  "a\\",
  "\\*a\\*",
  "!",
  "![",
  "a!",
  "C:\\dir\\x",
  "(a) [b] {c}",
  "a*b*c",
  "a **b",
  "**",
  "a_ _b",
  "ä_ö_ü",
  "😀_a_",
  "\u00a0*a*",
  "<",
  "<a",
  "</",
  "<?x?>",
  "<![CDATA[x]]>",
  "x".repeat(10_000),
  "*".repeat(10_000),
  "[".repeat(10_000),
  "_a".repeat(5_000),
  "<".repeat(10_000),
  "`".repeat(10_001),
  "&#".repeat(5_000),
  ":a".repeat(5_000),
];

describe("escapeText", () => {
  test.each(hostile.map((text) => [text.length > 60 ? `${text.slice(0, 20)}…` : text, text]))(
    "makes %j plain text wherever it stands",
    (_name, text) => expectPlain(text),
  );

  test("makes any text plain wherever it stands", () => {
    const piece = fc.constantFrom(
      ..."*_~`[]()<>!&|#@:$\\-+=.)1 a\"'/",
      "ä",
      "😀",
      "\n",
      "\u200b",
      "&amp;",
      "<!--",
      "-->",
      "https://",
      "www.",
      "gh-",
      "\ud800",
      "\u00a0",
      "—",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 30 }),
    );
    fc.assert(fc.property(text, expectPlain), { numRuns: 2000 });
  });

  test.each([
    "SQL API Repository Abstraction Layer",
    "Gremlin → SQL (backfill)",
    "DB-001: Build x",
    "R&D: a < b, 3 -> 4, 2 * 3 (50%)!",
    "snake_case_name in C# at 12:30:45",
    "C:\\dir, and 1.5 + 2",
    "👨‍👩‍👧 family",
  ])("leaves %j as it is", (text) => expect(escapeText(text)).toBe(text));

  test.each([
    ["nc.*", "nc.\\*"],
    ["@bob fixes #12", "@&#8203;bob fixes #&#8203;12"],
    ["org/repo#3, GH-4, o/r@abc1234", "org/repo#&#8203;3, GH-&#8203;4, o/r@&#8203;abc1234"],
    ["https://a.b and www.c.d", "https:&#8203;//a.b and www&#8203;.c.d"],
    ["me@a.example", "me@&#8203;a.example"],
    [":tada: $5 and $6", ":&#8203;tada: &#8203;$5 and &#8203;$6"],
    ["a --> b", "a --&gt; b"],
    ["a|b", "a\\|b"],
  ])("writes %j as %j", (text, escaped) => expect(escapeText(text)).toBe(escaped));

  test("leaves nothing that GitHub links after it has decoded references", () => {
    const acting =
      /@[\w-]|#\d|\bgh-\d|:\/\/|www\.|:(?:tada|100):|[\u202a-\u202e\u2066-\u2069]|[\r\n]/i;
    for (const text of hostile) {
      const shown = escapeText(text).replaceAll("&#8203;", "\u200b").replaceAll("\\", "");
      expect(shown).not.toMatch(acting);
      expect(shown).not.toContain("-->");
    }
  });
});

describe("clipText", () => {
  test.each([
    ["short", 5, "short"],
    ["longer", 5, "long…"],
    ["a b c", 3, "a…"],
    ["👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…"],
    ["👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧👨‍👩‍👧"],
    ["a\nb", 3, "a b"],
  ])("cuts %j to %i", (text, max, clipped) => expect(clipText(text, max)).toBe(clipped));
});

test("a plain line of ASCII is its words, with one space between", () => {
  const letters = fc.constantFrom("a", "~", "!", " ", "\n", "\t", "\u007f");
  fc.assert(
    fc.property(fc.string({ unit: letters }), (text) => {
      const words = text.split(/[ \n\t\u007f]+/).filter((word) => word !== "");
      expect(toPlainLine(text)).toBe(words.join(" "));
    }),
  );
});

describe("codeSpan", () => {
  test.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`a", "`` `a ``"],
    ["a|b", "<code>a\\|b</code>"],
    ["@bob\n#1", "`@bob #1`"],
    ["<!-- milepost:end -->", "<code>&lt;!-- milepost:end --&gt;</code>"],
    ["", ""],
  ])("shows %j as %j", (text, code) => expect(codeSpan(text)).toBe(code));

  test("shows any text in a single span", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("`", "a", " ", "\\", "<", "*", "\n")).map((a) => a.join("")),
        (text) => {
          const line = toPlainLine(text);
          fc.pre(line !== "");
          const nodes = flatten(parse(`x ${codeSpan(text)} y`)).filter(({ children }) => !children);
          expect(nodes.map(({ type, value }) => [type, value])).toEqual([
            ["text", "x "],
            ["inlineCode", line],
            ["text", " y"],
          ]);
        },
      ),
    );
  });
});
