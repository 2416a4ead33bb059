// The parser: Markdown as GitHub reads it (CommonMark, tables, footnotes) to trees with offsets. A tree is
// for finding places in a text; no text is ever printed from one. The parser takes quadratic time in the
// number of lists, so a long text is parsed in chunks.

import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";

type SyntaxTree = ReturnType<typeof fromMarkdown>;
export type SyntaxNode = SyntaxTree | SyntaxTree["children"][number];

/** A node with its place in the text, in UTF-16 units. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | undefined;
  readonly start: number;
  readonly end: number;
}

const syntax = { extensions: [gfmTable(), gfmFootnote()] };
const chunkLength = 32_768;

// A line that opens more quotes and lists than anyone reads. The parser's time grows with the square of the
// depth, so it reads such a line as a blank one.
const tooDeep = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])[ \t]*){50}.*$/gm;

/**
 * Every node of the text in order, a parent before its children; a long text has more than one root. A node
 * for which `enters` says false comes without its children.
 */
export function* walkMarkdown(
  source: string,
  enters: (node: SyntaxNode) => boolean = () => true,
): Generator<PlacedNode> {
  const text = source.replace(tooDeep, (line) => " ".repeat(line.length));
  for (let start = 0; start < text.length; ) {
    const { tree, end } = parseChunk(text, start);
    yield* walkTree(tree, start, end, enters);
    start = end;
  }
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

// A chunk ends before a line where the parser is between blocks. Whether it is so, it says itself: the line
// is parsed with the chunk and must begin a node of the root. If it does not, a longer chunk is tried.
function parseChunk(text: string, start: number): { tree: SyntaxTree; end: number } {
  for (let length = chunkLength; ; length *= 2) {
    const end = findBoundary(text, start + length);
    const lineEnd = end === text.length ? end : text.indexOf("\n", end) + 1 || text.length;
    const tree = fromMarkdown(text.slice(start, lineEnd), syntax);
    const isBetweenBlocks = tree.children.some((child) => start + offsetOf(child) === end);
    if (end === text.length || isBetweenBlocks) return { tree, end };
  }
}

// A heading, or after a blank line a line that is not indented and no list, quote or table.
function findBoundary(text: string, from: number): number {
  if (from >= text.length) return text.length;
  const boundary = /\n(?:\r?\n(?=[a-z#<])|(?=#{1,6} ))/gi;
  boundary.lastIndex = from;
  const match = boundary.exec(text);
  return match ? boundary.lastIndex : text.length;
}

function offsetOf(node: SyntaxNode): number {
  return node.position?.start.offset ?? 0;
}
