/** Replaces words of a tree by other content, outside certain elements. */
import type { ElementContent, Root } from "hast";
import { SKIP, visitParents } from "unist-util-visit-parents";
import { replaceNode } from "./replace-node.ts";

/** `replace` returns undefined where a text stays as it is. */
export function visitWords(
  tree: Root,
  outside: readonly string[],
  replace: (text: string) => ElementContent[] | undefined,
): void {
  visitParents(tree, (node, ancestors) => {
    if (node.type === "element" && outside.includes(node.tagName)) return SKIP;
    const parent = ancestors.at(-1);
    if (node.type !== "text" || parent === undefined) return undefined;
    const content = replace(node.value);
    if (content === undefined) return undefined;
    return [SKIP, replaceNode(parent, node, content)];
  });
}
