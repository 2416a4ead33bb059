// Where headings stand in a text, found line by line; the parser, which takes a hundred times as long, reads the
// headings themselves, and the whole text only where it alone can tell.

import { type BlockLine, scanBlockLines } from "./block-lines.ts";
import { unreadLines } from "./costly-lines.ts";
import { nodeText } from "./node-text.ts";
import { walkMarkdown } from "./syntax-tree.ts";

export interface PlacedHeading {
  readonly level: number;
  /** Plain text, as it stands. */
  readonly source: string;
  /** It is in a list or a quote. */
  readonly isNested: boolean;
  /** In UTF-16 units. */
  readonly start: number;
}

/** Those of the whole text, nested ones too, in order. */
export function findHeadingPlaces(markdown: string): readonly PlacedHeading[] {
  return scanHeadings(markdown) ?? parsedHeadingPlaces(markdown);
}

/** The same by the parser alone: what the quicker way is measured by. */
export function parsedHeadingPlaces(markdown: string): readonly PlacedHeading[] {
  return Array.from(walkMarkdown(markdown)).flatMap(({ node, parent, start }) =>
    node.type === "heading"
      ? [{ level: node.depth, source: nodeText(node), isNested: parent?.type !== "root", start }]
      : [],
  );
}

const headingInQuote = /(?:^|[\s>])#{1,6}(?:\s|$)|^[\s>]*[-=]+\s*$/;
const linkWithTarget = /\[[^[\]]*\]\([^()\s]*\)/g;

/** Null where only the parser can tell. */
function scanHeadings(markdown: string): readonly PlacedHeading[] | null {
  const lines = unreadLines(markdown).length === 0 ? scanBlockLines(markdown) : null;
  if (lines === null || !lines.every(isClear)) return null;
  const starts = lineStarts(markdown);
  return lines.flatMap(({ kind, text }, index) => {
    const start = starts[index] ?? 0;
    const shifted = (one: PlacedHeading) => ({ ...one, start: start + one.start });
    if (kind !== "heading") return [];
    return (plainHeading(text) ?? parsedHeadingPlaces(text)).map(shifted);
  });
}

const inlineSyntax = /[\\`*_[\]<&]/;
const blanksAtEnds = /^ +|(?<! ) +$/g;

/** Of a line that begins with "#"; null where it holds more than words. */
function plainHeading(text: string): readonly PlacedHeading[] | null {
  if (inlineSyntax.test(text)) return null;
  const level = text.search(/[^#]|$/);
  const words = text.slice(level).replace(/(?<! ) +#+ *$/, "");
  return [{ level, source: words.replace(blanksAtEnds, ""), isNested: false, start: 0 }];
}

/** No heading hangs on what stands elsewhere: on the list that it is in, or on the target of a link. */
function isClear({ kind, text }: BlockLine): boolean {
  if (kind === "quote") return !headingInQuote.test(text);
  if (kind !== "heading") return true;
  return text.startsWith("#") && !text.replace(linkWithTarget, "").includes("[");
}

function lineStarts(text: string): readonly number[] {
  return [
    0,
    ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length),
  ];
}
