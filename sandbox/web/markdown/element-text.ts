/** The words of a piece of HTML. */
import type { Nodes } from "hast";

export function toText(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(toText).join("") : "";
}
