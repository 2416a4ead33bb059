/** Puts other content in a node's place. */
import type { ElementContent, Nodes, Parents } from "hast";

/** Returns where to go on from: the place behind the new content. */
export function replaceNode(parent: Parents, node: Nodes, content: ElementContent[]): number {
  const children: Nodes[] = parent.children;
  const place = children.indexOf(node);
  if (place < 0) return children.length;
  children.splice(place, 1, ...content);
  return place + content.length;
}
