// The parser: Markdown as GitHub reads it (CommonMark, tables, footnotes) to trees with offsets. A tree is
// for finding places in a text; no text is ever printed from one. The parser takes quadratic time in the
// number of lists, so a long text is parsed in chunks.

import { fromMarkdown, type Extension as TreeExtension } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { findCostlyLines, mostCostly, type UnreadLine } from "./costly-lines.ts";
import { mayHoldSurplus, withoutSurplus } from "./surplus-marks.ts";

type SyntaxTree = ReturnType<typeof fromMarkdown>;
export type SyntaxNode = SyntaxTree | SyntaxTree["children"][number];

/** A node with its place in the text, in UTF-16 units. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | undefined;
  readonly start: number;
  readonly end: number;
}

type Extension = ReturnType<typeof gfmTable>;

/** The text of a footnote is within it; the parser alone leaves it among the paragraphs. */
const footnotes: TreeExtension = {
  enter: {
    gfmFootnoteDefinition(token) {
      this.enter({ type: "footnoteDefinition", identifier: "", children: [] }, token);
    },
    gfmFootnoteDefinitionLabelString() {
      this.buffer();
    },
  },
  exit: {
    gfmFootnoteDefinitionLabelString() {
      this.resume();
    },
    gfmFootnoteDefinition(token) {
      this.exit(token);
    },
  },
};

interface Grammar {
  readonly extensions: Extension[];
  readonly mdastExtensions?: TreeExtension[];
  readonly chunkLength: number;
}

const github = [gfmTable(), gfmFootnote()];
const withinParagraphs = [
  ...["attention", "autolink", "characterEscape", "characterReference", "codeText"],
  ...["gfmFootnoteCall", "gfmPotentialFootnoteCall", "hardBreakEscape", "htmlText"],
  ...["labelEnd", "labelStartImage", "labelStartLink"],
];

/** A link's target is looked for in its own chunk. */
const blocksAndWords: Grammar = { extensions: github, chunkLength: 32_768 };
const blocksAlone: Grammar = {
  extensions: [...github, { disable: { null: withinParagraphs } }],
  mdastExtensions: [footnotes],
  chunkLength: 8192,
};

/**
 * Every node of the text in order, a parent before its children; a long text has more than one root. A node
 * for which `enters` says false comes without its children.
 */
export function walkMarkdown(
  source: string,
  enters: (node: SyntaxNode) => boolean = () => true,
): Generator<PlacedNode> {
  const isFull = mayHoldSurplus(source);
  const text = isFull ? withoutSurplus(source, walkBlocks(source, holdsBlocks)) : source;
  return walkChunks(text, enters, blocksAndWords);
}

/**
 * The same without what stands within a paragraph, a heading or a cell: that is all one text. Much faster, and
 * in time that grows with the length whatever the words are.
 */
export function walkBlocks(
  source: string,
  enters: (node: SyntaxNode) => boolean = () => true,
): Generator<PlacedNode> {
  return walkChunks(source, enters, blocksAlone);
}

function* walkChunks(
  source: string,
  enters: (node: SyntaxNode) => boolean,
  grammar: Grammar,
): Generator<PlacedNode> {
  const { starts, unread } = findCostlyLines(source);
  const text = blankLines(source, unread);
  let passed = 0;
  for (let start = 0; start < text.length; ) {
    while ((starts[passed] ?? text.length) < start) passed += 1;
    const { tree, base, end } = parseChunk(text, start, starts.slice(passed), grammar);
    yield* walkTree(tree, base, end, enters);
    start = end;
  }
}

function holdsBlocks({ type }: SyntaxNode): boolean {
  return type !== "paragraph" && type !== "heading";
}

function blankLines(text: string, lines: readonly UnreadLine[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const { index, source } of lines) {
    if (index < offset) continue;
    parts.push(text.slice(offset, index), " ".repeat(source.length));
    offset = index + source.length;
  }
  return parts.join("") + text.slice(offset);
}

// No recursion: a hostile text nests thousands of block quotes.
function* walkTree(
  tree: SyntaxTree,
  base: number,
  limit: number,
  enters: (node: SyntaxNode) => boolean,
): Generator<PlacedNode> {
  const open: { node: SyntaxNode; parent?: SyntaxNode }[] = [{ node: tree }];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { node, parent } = entry;
    const start = base + offsetOf(node);
    if (start >= limit && parent) continue;
    yield { node, parent, start, end: base + (node.position?.end.offset ?? 0) };
    if (!("children" in node) || !enters(node)) continue;
    for (const child of node.children.toReversed()) open.push({ node: child, parent: node });
  }
}

// A chunk ends before a line where the parser is between blocks, or between the items of a list. Whether it is
// so, it says itself: the line is parsed with the chunk and must begin a node of the root, or an item of a list
// there. If it does not, a longer chunk is tried. `costly`: where the costly lines from here on begin.
function parseChunk(
  text: string,
  start: number,
  costly: readonly number[],
  { chunkLength, ...options }: Grammar,
): { tree: SyntaxTree; base: number; end: number } {
  // The parser does not count a byte order mark that its text begins with.
  const base = start + (text.startsWith("\ufeff", start) ? 1 : 0);
  for (let times = 1; ; times *= 2) {
    const most = costly[times * mostCostly] ?? text.length;
    const end = findBoundary(text, Math.min(start + times * chunkLength, most));
    const lineEnd = findLineEnd(text, end);
    const tree = fromMarkdown(text.slice(start, lineEnd), options);
    if (end === text.length || beginsAt(tree, end - base)) return { tree, base, end };
  }
}

function beginsAt({ children }: SyntaxTree, offset: number): boolean {
  const nodes = children.flatMap((child): readonly SyntaxNode[] =>
    child.type === "list" ? child.children : [child],
  );
  return nodes.some((node) => offsetOf(node) === offset);
}

function findLineEnd(text: string, from: number): number {
  const lineEnd = /\r\n|\n|\r|$/g;
  lineEnd.lastIndex = from;
  return lineEnd.test(text) ? lineEnd.lastIndex : text.length;
}

const anyLineEnd = String.raw`(?:\r\n|\n|\r(?!\n))`;
const aloneOnLine = String.raw`#{1,6} |(?:[-+*]|\d{1,9}[.)])[ \t]`;

// A heading or an item of a list, or after a blank line a line that is not indented and no table.
function findBoundary(text: string, from: number): number {
  if (from >= text.length) return text.length;
  const boundary = new RegExp(
    `${anyLineEnd}(?:${anyLineEnd}(?=[^\\s\\d*+|:-])|(?=${aloneOnLine}))`,
    "g",
  );
  boundary.lastIndex = from;
  const match = boundary.exec(text);
  return match ? boundary.lastIndex : text.length;
}

function offsetOf(node: SyntaxNode): number {
  return node.position?.start.offset ?? 0;
}
