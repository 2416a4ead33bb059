// What a reader sees of Markdown as plain text: no images, no HTML. Code counts with its text.

import { type SyntaxNode, walkMarkdown } from "./syntax-tree.ts";

export function nodeText(root: SyntaxNode): string {
  const parts: string[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "text" || node.type === "inlineCode") parts.push(node.value);
    if (node.type === "break") parts.push("\n");
    if ("children" in node) open.push(...node.children.toReversed());
  }
  return parts.join("");
}

export function plainText(markdown: string): string {
  const roots = [...walkMarkdown(markdown, () => false)].filter(({ parent }) => !parent);
  return roots.map(({ node }) => nodeText(node)).join("");
}
