import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "#test";
import { encodeText } from "../../src/markdown/bytes.ts";
import type { Region } from "../../src/markdown/region.ts";
import { findRegions, readRegion, replaceRegions } from "../../src/markdown/regions.ts";
import {
  findTextRegions,
  readTextRegion,
  replaceTextRegions,
} from "../../src/markdown/text-regions.ts";
import { UnstableRegionsError } from "../../src/markdown/unstable-regions-error.ts";
import { bytesOf, problemsOf, unitsOf } from "./region-bytes.ts";

const block = "<!-- milepost:x -->\nold\n<!-- milepost:end -->\n";

function only(document: Uint8Array): Region {
  const { regions, problems } = findRegions(document);
  expect(problems).toEqual([]);
  expect(regions).toHaveLength(1);
  return regions[0] as Region;
}

function rewrite(text: string, replacement: string): string {
  const document = bytesOf(text);
  return unitsOf(replaceRegions(document, new Map([[only(document), replacement]])));
}

describe("a region on lines of its own", () => {
  test("has a name, options, a place, an indent and a line end", () => {
    const text =
      '# T\r\n\r\n- a\r\n  <!-- milepost:status-line milestone="M2: Données" by=day -->\r\n  old\r\n  <!-- milepost:end -->\r\n';
    const { regions, problems } = findTextRegions(text);
    expect(problems).toEqual([]);
    expect(regions).toEqual([
      {
        kind: "block",
        name: "status-line",
        options: new Map([
          ["milestone", "M2: Données"],
          ["by", "day"],
        ]),
        line: 4,
        start: encodeText(text.slice(0, text.indexOf("  old"))).length,
        end: encodeText(text.slice(0, text.indexOf("  <!-- milepost:end"))).length,
        indent: "  ",
        eol: "\r\n",
      },
    ]);
  });

  test("takes a text of many lines with its own line ends and indent, and leaves blank lines blank", () => {
    expect(
      rewrite("- a\r\n\t<!-- milepost:x -->\r\n\told\r\n\t<!-- milepost:end -->", "one\n\ntwo\n"),
    ).toBe("- a\r\n\t<!-- milepost:x -->\r\n\tone\r\n\r\n\ttwo\r\n\t<!-- milepost:end -->");
  });

  test("ends with a line end even if the text does not", () => {
    expect(rewrite(block, "new")).toBe(block.replace("old", "new"));
  });

  test("can be emptied and filled again", () => {
    const empty = rewrite(block, "");
    expect(empty).toBe("<!-- milepost:x -->\n<!-- milepost:end -->\n");
    expect(rewrite(empty, "old\n")).toBe(block);
  });

  test("keeps white space after its markers and the byte order mark before them", () => {
    const text = "\xef\xbb\xbf<!-- milepost:x --> \t\nold\n<!-- milepost:end -->\t";
    expect(rewrite(text, "new\n")).toBe(text.replace("old", "new"));
  });

  test.each([
    ["at the start of a document", ""],
    ["after a paragraph without a blank line", "text\n"],
    ["after front matter", "---\ntitle: <!-- milepost:y -->\n---\n"],
    ["after a table", "| a |\n|---|\n| b |\n"],
    ["inside details", "<details>\n<summary>S</summary>\n"],
    ["inside an HTML block without a blank line", "<div>\n  <p>a</p>\n"],
    ["after a thematic break", "---\n\ntext\n\n---\n"],
    ["after a footnote", "[^1]: note\n\n"],
    ["after an HTML comment of many lines", "<!-- a\n\nb -->\n"],
  ])("is found %s", (_where, before) => {
    expect(rewrite(before + block, "new\n\n- list\n")).toBe(
      before + block.replace("old", "new\n\n- list"),
    );
  });
});

describe("a region within a line", () => {
  test.each([
    ["a paragraph", "We are at @ today.\n"],
    ["a heading", "# At @"],
    ["a table cell", "| a | b |\n|---|---|\n| @ | c |\n"],
    ["a list item", "1. @ done\r\n"],
    ["a block quote", "> **Status:** @\n"],
    ["emphasis", "**@** done"],
    ["a link", "[@](x.md)"],
    ["a line of its own", "@\n"],
    ["an HTML block", "<details><summary>@</summary>\n\nx\n</details>\n"],
  ])("is found in %s", (_where, text) => {
    const withText = (value: string) =>
      text.replace("@", `<!-- milepost:count milestone=2 -->${value}<!-- milepost:end -->`);
    const document = bytesOf(withText("39/50"));
    expect(only(document).kind).toBe("inline");
    expect(readRegion(document, only(document))).toBe("39/50");
    expect(rewrite(withText("39/50"), "40/50")).toBe(withText("40/50"));
  });

  test("takes no line break", () => {
    const text = "at <!-- milepost:count -->1<!-- milepost:end -->";
    expect(() => rewrite(text, "1\n2")).toThrow(/line break/);
  });
});

describe("a marker that is text", () => {
  test.each([
    ["in a fence", "```\n<!-- milepost:x -->\n```\n"],
    ["in an indented block", "    <!-- milepost:x -->\n"],
    ["in a code span", "`<!-- milepost:x -->`\n"],
    ["in another comment", "<!-- see <!-- milepost:x -->\n"],
    ["in an attribute", '<a title="<!-- milepost:x -->">a</a>\n'],
    ["in front matter", "---\na: <!-- milepost:x -->\n---\n"],
    ["in a fence inside a list", "- a\n  ~~~\n  <!-- milepost:end -->\n  ~~~\n"],
    ["escaped", "\\<!-- milepost:x -->\n"],
    ["of another tool", "<!-- mile:x -->\n"],
  ])("%s is neither a region nor a problem", (_where, text) => {
    expect(findRegions(bytesOf(text))).toEqual({ regions: [], problems: [] });
    expect(rewrite(`${text}\n${block}`, "new\n")).toBe(`${text}\n${block.replace("old", "new")}`);
  });
});

describe("problems", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["no end", "a\n\n<!-- milepost:x -->\nb\n"],
    ["an end in a fence", "<!-- milepost:x -->\n```\n<!-- milepost:end -->\n```\n"],
    ["no opening", "a\n<!-- milepost:end -->\n"],
    ["a doubled end", `${block}<!-- milepost:end -->\n`],
    ["a region in a region", "<!-- milepost:a -->\n<!-- milepost:b -->\n<!-- milepost:end -->\n"],
    ["a repeated option", "<!-- milepost:x a=1 a=2 -->\n<!-- milepost:end -->"],
    ["a capital letter", "<!-- Milepost:end -->"],
    ["a name with a digit", "<!-- milepost:x2 -->"],
    ["a blank before the name", "<!-- milepost: end -->"],
    ["no blank at the start", "<!--milepost:end -->"],
    ["no blank at the end", "<!-- milepost:end-->"],
    ["two blanks at the end", "<!-- milepost:end  -->"],
    ["an unquoted value", "<!-- milepost:x milestone=M2 Data -->"],
    ["a line break", "<!-- milepost:x\na=1 -->"],
    ["an option of the end", "<!-- milepost:end x=1 -->"],
    ["a block in a quote", "> <!-- milepost:x -->\n> a\n> <!-- milepost:end -->\n"],
    ["text before a block", "a <!-- milepost:x -->\nb\n<!-- milepost:end -->\n"],
    ["text after an end", "<!-- milepost:x -->\nb\n<!-- milepost:end --> c\n"],
    [
      "a marker in a paragraph",
      "a\n     <!-- milepost:x -->\n     b\n     <!-- milepost:end -->\n",
    ],
    [
      "a marker that a blank line makes code",
      "<div>\n    <!-- milepost:x -->\n    a\n    <!-- milepost:end -->\n</div>\n",
    ],
    [
      "HTML left open in a region, with code after it",
      "<!-- milepost:x -->\n<div>\n<!-- milepost:end -->\n```\n<!-- milepost:x -->\n<!-- milepost:end -->\n```\n",
    ],
    [
      "a fence left open in a region, which hides its end and the next opening",
      "<!-- milepost:x -->\n~~~\n<!-- milepost:end -->\nuser\n<!-- milepost:y -->\n~~~\n<!-- milepost:end -->\n",
    ],
    ["bare carriage returns", "<!-- milepost:x -->\ra\r<!-- milepost:end -->\r"],
  ];

  test.each(cases)("%s", (_what, text) => {
    expect(problemsOf(text)).toMatchSnapshot();
    expect(problemsOf(text)).toHaveLength(1);
  });

  test("come in order of line", () => {
    const lines = findRegions(bytesOf("<!-- milepost:Y -->\n\n<!-- milepost:x -->\n")).problems;
    expect(lines.map(({ line }) => line)).toEqual([1, 3]);
  });
});

describe("a text for a region", () => {
  test.each([
    ["holds a marker", "a <!-- milepost:end --> b"],
    ["holds something like a marker", "<!--  MILEPOST:x"],
    ["holds a carriage return", "a\r\nb"],
  ])("is refused if it %s", (_what, text) => {
    expect(() => rewrite(block, text)).toThrow(RangeError);
  });

  test.each([
    ["leaves a fence open", "```\ncode\n"],
    ["leaves a comment open", "<!-- a\n"],
  ])("is refused if it %s", (_what, text) => {
    expect(() => rewrite(block, text)).toThrow(UnstableRegionsError);
  });

  test("may hold code that is closed, HTML and comments", () => {
    const text = "```mermaid\ngraph\n```\n\n<details>\n\n<!-- note -->\n\n</details>\n";
    expect(rewrite(block, text)).toBe(block.replace("old\n", text));
  });
});

describe("what Milepost would not have written", () => {
  test.each([
    ["invalid UTF-8", "<!-- milepost:x -->\na\xffb\n<!-- milepost:end -->\n", "a\ufffdb\n"],
    ["another line end", "<!-- milepost:x -->\na\r\n<!-- milepost:end -->\n", "a\n"],
    ["a lone LF among CRLF", "<!-- milepost:x -->\r\na\nb\r\n<!-- milepost:end -->\n", "a\nb\n"],
    ["no indent", "- a\n  <!-- milepost:x -->\nb\n  <!-- milepost:end -->\n", "b\n"],
    [
      "blanks on a blank line",
      "- a\n  <!-- milepost:x -->\n  b\n  \n  c\n  <!-- milepost:end -->\n",
      "b\n\nc\n",
    ],
  ])("(%s) reads as another text, and writing that changes no byte", (_what, text, normal) => {
    const document = bytesOf(text);
    const region = only(document);
    const read = readRegion(document, region);
    expect(read).not.toBe(normal);
    expect(unitsOf(replaceRegions(document, new Map([[region, read]])))).toBe(text);
    const rewritten = replaceRegions(document, new Map([[region, normal]]));
    expect(readRegion(rewritten, only(rewritten))).toBe(normal);
  });
});

test("regions of a string are read and replaced as those of bytes", () => {
  const text = "é <!-- milepost:count -->1<!-- milepost:end --> →";
  const region = findTextRegions(text).regions[0] as Region;
  expect(readTextRegion(text, region)).toBe("1");
  expect(replaceTextRegions(text, new Map([[region, "½"]]))).toBe(text.replace("1", "½"));
});

test("a long document is read in chunks without losing a region or taking code for one", () => {
  const fence = `\`\`\`\n\n${"# a\n\n<!-- milepost:end -->\n\n".repeat(3000)}\`\`\`\n\n`;
  const paragraphs = "Text of a paragraph.\n\n- item\n\n".repeat(1500);
  const document = bytesOf(paragraphs + block + fence + block + paragraphs + block);
  const { regions, problems } = findRegions(document);
  expect(problems).toEqual([]);
  expect(regions.map((region) => readRegion(document, region))).toEqual([
    "old\n",
    "old\n",
    "old\n",
  ]);
});

test("a long document is read as a short one is", () => {
  const parts = [
    "- a\n",
    "  b\n\n",
    "text\n\n",
    "# h\n",
    "~~~\n",
    "<div>\n",
    "\n",
    "> q\n",
    "| a |\n|---|\n",
    "<!-- c\n",
    "-->\n",
  ];
  let seed = 7;
  const lines = Array.from({ length: 9000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return `${parts[seed % parts.length]}${seed % 5 === 0 ? "\nx <!-- milepost:count -->1<!-- milepost:end -->\n\n" : ""}`;
  });
  const text = lines.join("");
  const seen = [...fromMarkdown(text, { extensions: [gfmTable(), gfmFootnote()] }).children].filter(
    (node) =>
      node.type === "paragraph" && text.slice(node.position?.start.offset).startsWith("x <!--"),
  );
  expect(text.length).toBeGreaterThan(70_000);
  expect(seen.length).toBeGreaterThan(10);
  const found = findRegions(bytesOf(text)).regions.map(({ start }) => start);
  for (const node of seen) {
    expect(found).toContain(
      (node.position?.start.offset ?? 0) + "x <!-- milepost:count -->".length,
    );
  }
});

test("thousands of regions are all replaced", () => {
  const text = Array.from({ length: 2000 }, (_, index) => `## ${index}\n\n${block}\n- a\n`).join(
    "\n",
  );
  const document = bytesOf(text);
  const { regions } = findRegions(document);
  expect(regions).toHaveLength(2000);
  const replacements = new Map(regions.map((region) => [region, "new\n"]));
  expect(unitsOf(replaceRegions(document, replacements))).toBe(text.replaceAll("old", "new"));
});
