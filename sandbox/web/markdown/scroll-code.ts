/** A line of code wider than the page scrolls by itself, with the keyboard too. */
import type { Root } from "hast";
import { visitParents } from "unist-util-visit-parents";

export function scrollCode(tree: Root): void {
  visitParents(tree, "element", (element) => {
    if (element.tagName !== "pre") return;
    Object.assign(element.properties, { tabIndex: 0, role: "group", ariaLabel: "Code" });
  });
}
