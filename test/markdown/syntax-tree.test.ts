import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "#test";
import { type SyntaxNode, walkBlocks, walkMarkdown } from "../../src/markdown/syntax-tree.ts";

/** Blocks that stand for something by themselves; a list is cut between its items. */
const blocks = new Set<SyntaxNode["type"]>([
  "paragraph",
  "heading",
  "code",
  "blockquote",
  "listItem",
  "thematicBreak",
  "definition",
]);

function inChunks(walk: typeof walkMarkdown, text: string): readonly string[] {
  return [...walk(text)]
    .filter(({ node }) => blocks.has(node.type))
    .map(({ node, start }) => `${start} ${node.type}`);
}

function inOnePiece(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: SyntaxNode): void => {
    if (blocks.has(node.type)) found.push(`${node.position?.start.offset} ${node.type}`);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(text, { extensions: [gfmTable(), gfmFootnote()] }));
  return found;
}

const line = fc.constantFrom(
  ..."text|# head|- a|  - b|    c|1. d|2. e|10) f|* g|+ h|> q|> - r|lazy|```|~~~|<div>|<!-- c|-->|| x |||---||[a]: b|===|---".split(
    "|",
  ),
  ..."| x |,|---|,  , [a],    code,\t- t,<pre>,</pre>,- ```,  ```".split(","),
  "",
  "",
  "",
);
const lineEnd = fc.constantFrom("\n", "\n", "\r\n", "\r");

/** Long enough to be cut many times. */
const longText = fc
  .array(fc.tuple(line, lineEnd), { minLength: 1, maxLength: 40 })
  .map((lines) => lines.flat().join(""))
  .map((part) => `${part.repeat(Math.ceil(10_000 / part.length))}\n\nend`);

describe("a long text that is read in chunks", () => {
  test("has the same blocks as in one piece", () => {
    fc.assert(
      fc.property(longText, (text) => {
        expect(inChunks(walkBlocks, text)).toEqual(inOnePiece(text));
      }),
      { numRuns: 20 },
    );
  });

  test("has them whether its words are read or not", () => {
    const texts = fc.sample(longText, { numRuns: 2, seed: 1 }).map((text) => text.repeat(4));
    for (const text of texts) {
      expect(inChunks(walkMarkdown, text)).toEqual(inChunks(walkBlocks, text));
    }
  });
});

describe("blocks alone", () => {
  test("are those of a text, whatever its words are", () => {
    const text =
      "a `b\nc` <i>d</i> [e](f)\n\n- [ ] g\n\n> h\n\n<p>\ni\n</p>\n\n| j |\n|---|\n| k |\n";
    const types = [...walkBlocks(text)].map(
      ({ node, parent }) => `${parent?.type ?? ""}/${node.type}`,
    );
    expect(types).toEqual([
      "/root",
      "root/paragraph",
      "paragraph/text",
      "root/list",
      "list/listItem",
      "listItem/paragraph",
      "paragraph/text",
      "root/blockquote",
      "blockquote/paragraph",
      "paragraph/text",
      "root/html",
      "root/text",
    ]);
  });

  test("of a footnote stand in it", () => {
    const found = [...walkBlocks("[^1]: a\nb\n\n    c\n\nd")].map(
      ({ node, parent }) => `${parent?.type ?? ""}/${node.type}`,
    );
    expect(found).toEqual([
      "/root",
      "root/footnoteDefinition",
      "footnoteDefinition/paragraph",
      "paragraph/text",
      "footnoteDefinition/paragraph",
      "paragraph/text",
      "root/paragraph",
      "paragraph/text",
    ]);
  });

  test("have their places behind a byte order mark too", () => {
    const text = "\ufeff- a\n  b\n\n# c";
    const shown = [...walkBlocks(text)].map(({ start, end }) => text.slice(start, end));
    expect(shown.slice(1)).toEqual([
      ...["- a\n  b", "- a\n  b", "a\n  b", "a\n  b"],
      ...["# c", "c"],
    ]);
  });
});
