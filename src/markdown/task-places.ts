// Where the entries of task lists stand in a text, with the lists around them.

import { type PlacedNode, type SyntaxNode, walkBlocks } from "./syntax-tree.ts";
import { findTaskEntries } from "./task-entries.ts";

export interface TaskPlace {
  /** The list item from its bullet on, with all that is nested in it, in UTF-16 units. */
  readonly start: number;
  /** Behind the last character of the item that can be seen. */
  readonly end: number;
  /** Where the "[" of its box stands, and where its own words end. */
  readonly words: { readonly start: number; readonly end: number };
  /** It holds nothing but its words and lists. */
  readonly isPlain: boolean;
  /** Where the item before it in the same list stands; null for the first one. */
  readonly previous: number | null;
}

/** In the order of `findTaskEntries`. */
export function findTaskPlaces(markdown: string): readonly TaskPlace[] {
  const boxes = new Set(findTaskEntries(markdown).map(({ start }) => start));
  const places: TaskPlace[] = [];
  let item: PlacedNode | undefined;
  for (const placed of walkBlocks(markdown, ({ type }) => type !== "blockquote")) {
    if (placed.node.type === "listItem") item = placed;
    else if (item && placed.parent === item.node && boxes.delete(placed.start)) {
      places.push(placeOf(item, placed, markdown));
    }
  }
  return places;
}

function placeOf(item: PlacedNode, words: PlacedNode, markdown: string): TaskPlace {
  const { node, parent, start, end } = item;
  const others = "children" in node ? node.children.slice(1) : [];
  const siblings: readonly SyntaxNode[] = parent && "children" in parent ? parent.children : [];
  const previous = siblings[siblings.indexOf(node) - 1]?.position;
  const base = start - (node.position?.start.offset ?? 0);
  return {
    start,
    end: start + markdown.slice(start, end).trimEnd().length,
    words: { start: words.start, end: words.end },
    isPlain: others.every(({ type }) => type === "list"),
    previous: previous?.start.offset === undefined ? null : base + previous.start.offset,
  };
}
