// What `<!-- milepost:keep -->` excludes. At the end of a line: that line. Alone on a line: the paragraph or
// list that follows. In a heading, or alone right below one: all that the heading stands over.

import { walkMarkdown } from "../markdown/syntax-tree.ts";
import type { Place } from "./document-claims.ts";

const order = /<!--\s*milepost:keep\s*-->/i;

interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Found {
  readonly headings: readonly { readonly offset: number; readonly level: number }[];
  readonly orders: readonly number[];
}

/** In order; the places of several orders may overlap. */
export function findKept(text: string): readonly Place[] {
  if (!order.test(text)) return [];
  const lines = linesOf(text);
  const found = findOrders(text);
  return found.orders.map((offset) => {
    const index = lines.findLastIndex(({ start }) => start <= offset);
    return keptFrom(text, lines, index, found);
  });
}

function findOrders(text: string): Found {
  const headings: { offset: number; level: number }[] = [];
  const orders: number[] = [];
  for (const { node, start, end } of walkMarkdown(text)) {
    if (node.type === "heading") headings.push({ offset: start, level: node.depth });
    if (node.type !== "html") continue;
    const html = text.slice(start, end);
    for (const { index } of html.matchAll(new RegExp(order, "gi"))) orders.push(start + index);
  }
  return { headings, orders };
}

function keptFrom(
  text: string,
  lines: readonly TextLine[],
  index: number,
  { headings }: Found,
): Place {
  const own = lines[index] ?? { start: 0, end: text.length, text };
  const isAlone = own.text.replace(order, "").trim() === "";
  const before = lines.slice(0, index).findLast((line) => line.text.trim() !== "");
  const head = isAlone ? before : own;
  const heading = headings.find(
    ({ offset }) => head !== undefined && head.start <= offset && offset < head.end,
  );
  if (head && heading) {
    const next = headings.find((one) => one.offset > heading.offset && one.level <= heading.level);
    return { start: head.start, end: next?.offset ?? text.length, line: index + 1 };
  }
  if (!isAlone) return { start: own.start, end: own.end, line: index + 1 };
  return { start: own.start, end: endOfBlock(lines, index), line: index + 1 };
}

/** Up to the blank line behind the text that follows. */
function endOfBlock(lines: readonly TextLine[], index: number): number {
  const isBlank = ({ text }: TextLine) => text.trim() === "";
  const first = lines.findIndex((line, place) => place > index && !isBlank(line));
  if (first < 0) return lines.at(-1)?.end ?? 0;
  const behind = lines.findIndex((line, place) => place > first && isBlank(line));
  return (behind < 0 ? lines.at(-1) : lines[behind - 1])?.end ?? 0;
}

function linesOf(text: string): readonly TextLine[] {
  let start = 0;
  return text.split(/(?<=\r\n|\n|\r(?!\n))/).map((line) => {
    const at = start;
    start += line.length;
    return { start: at, end: start, text: line };
  });
}
