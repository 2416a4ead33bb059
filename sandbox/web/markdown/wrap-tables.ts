/** A table wider than the page scrolls by itself, with the keyboard too. */
import type { Element, Root } from "hast";
import { SKIP, visitParents } from "unist-util-visit-parents";
import { replaceNode } from "./replace-node.ts";

export function wrapTables(tree: Root): void {
  visitParents(tree, "element", (element, ancestors) => {
    const parent = ancestors.at(-1);
    if (element.tagName !== "table" || parent === undefined) return undefined;
    const properties = { className: ["scroll"], tabIndex: 0, role: "group", ariaLabel: "Table" };
    const box: Element = { type: "element", tagName: "div", properties, children: [element] };
    return [SKIP, replaceNode(parent, element, [box])];
  });
}
