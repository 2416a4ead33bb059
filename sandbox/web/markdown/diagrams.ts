/** A `mermaid` code block is a figure whose source stays readable until a script has drawn it. */
import type { Element, Root } from "hast";
import { visitParents } from "unist-util-visit-parents";
import { toText } from "./element-text.ts";
import { replaceNode } from "./replace-node.ts";

export function showDiagrams(tree: Root): void {
  visitParents(tree, "element", (element, ancestors) => {
    const source = mermaidSource(element);
    const parent = ancestors.at(-1);
    if (source === undefined || parent === undefined) return undefined;
    const properties = { className: ["diagram"], dataDiagram: source };
    const figure: Element = { type: "element", tagName: "figure", properties, children: [element] };
    return replaceNode(parent, element, [figure]);
  });
}

function mermaidSource(element: Element): string | undefined {
  const [code] = element.children;
  if (element.tagName !== "pre" || code?.type !== "element") return undefined;
  const classes = code.properties.className;
  const isMermaid = Array.isArray(classes) && classes.includes("language-mermaid");
  return isMermaid ? toText(code) : undefined;
}
