/** `> [!NOTE]` at the top level of a text is a box with that word on top. */
import type { Element, ElementContent, Root } from "hast";

const OPENING = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\r?\n|$)/i;

export function showAlerts(tree: Root): void {
  for (const [index, node] of tree.children.entries()) {
    if (node.type !== "element" || node.tagName !== "blockquote") continue;
    const alert = toAlert(node);
    if (alert !== undefined) tree.children[index] = alert;
  }
}

function toAlert(quote: Element): Element | undefined {
  const place = quote.children.findIndex((child) => child.type === "element");
  const first = quote.children[place];
  if (first?.type !== "element" || first.tagName !== "p") return undefined;
  const [text, ...rest] = first.children;
  const match = text?.type === "text" ? OPENING.exec(text.value) : null;
  if (text?.type !== "text" || match === null) return undefined;
  const kind = (match[1] ?? "").toLowerCase();
  const remaining = text.value.slice(match[0].length);
  const content = withoutLeadingBreak(
    remaining === "" ? rest : [{ type: "text", value: remaining }, ...rest],
  );
  const paragraph = content.length === 0 ? [] : [{ ...first, children: content }];
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["alert", `alert-${kind}`] },
    children: [title(kind), ...paragraph, ...quote.children.slice(place + 1)],
  };
}

function withoutLeadingBreak(content: ElementContent[]): ElementContent[] {
  const [first, second, ...rest] = content;
  if (first?.type !== "element" || first.tagName !== "br") return content;
  const isLineEnd = second?.type === "text" && second.value.trim() === "";
  return isLineEnd ? rest : content.slice(1);
}

function title(kind: string): Element {
  const word = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const children = [{ type: "text", value: word } as const];
  const properties = { className: ["alert-title"] };
  return { type: "element", tagName: "p", properties, children };
}
