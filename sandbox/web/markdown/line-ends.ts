/** In conversations a line end in the source is a line end on the page; in files it is a blank. */
import type { Break, Nodes, PhrasingContent, Root, Text } from "mdast";

export function keepLineEnds(tree: Root): void {
  visit(tree);
}

function visit(node: Nodes): void {
  if (!("children" in node)) return;
  const children: Nodes[] = node.children;
  for (const [index, child] of [...children.entries()].reverse()) {
    if (child.type !== "text") visit(child);
    else if (/[\r\n]/.test(child.value)) children.splice(index, 1, ...splitLines(child));
  }
}

function splitLines({ value }: Text): PhrasingContent[] {
  return value.split(/\r\n|[\r\n]/).flatMap((line, index): (Break | Text)[] => {
    const text: Text = { type: "text", value: line };
    return index === 0 ? [text] : [{ type: "break" }, text];
  });
}
