/**
 * The boxes of task lists. Those of the Markdown itself get a mark before raw HTML is parsed, so that a
 * box an author wrote as HTML is never taken for one: such boxes are dropped.
 */
import { randomUUID } from "node:crypto";
import type { Element, Nodes, Root } from "hast";
import { visitParents } from "unist-util-visit-parents";
import { replaceNode } from "./replace-node.ts";

/** Marks every box, in the order of the text; returns the key that showing them takes. */
export function markBoxes(tree: Nodes): string {
  const key = randomUUID();
  let count = 0;
  visitParents(tree, "element", (element) => {
    if (!isBox(element)) return;
    element.properties.dataBox = `${key}:${count}`;
    count += 1;
  });
  return key;
}

/** A box becomes a button of the form that ticks it; without one it is only shown. */
export function showBoxes(tree: Root, key: string, form: string | null): void {
  visitParents(tree, "element", (element, ancestors) => {
    if (element.tagName !== "input") return undefined;
    const parent = ancestors.at(-1);
    if (parent === undefined) return undefined;
    const [owner, number] = String(element.properties.dataBox ?? "").split(":");
    if (owner !== key || number === undefined) return replaceNode(parent, element, []);
    const isTicked = element.properties.checked === true;
    const box = form === null ? shown(isTicked) : tickable(isTicked, number, form);
    return replaceNode(parent, element, [box]);
  });
}

function isBox({ tagName, properties }: Element): boolean {
  return tagName === "input" && properties.type === "checkbox";
}

function shown(isTicked: boolean): Element {
  const label = isTicked ? "done" : "not done";
  const properties = { className: boxClass(isTicked), role: "img", ariaLabel: label };
  return { type: "element", tagName: "span", properties, children: [] };
}

function tickable(isTicked: boolean, number: string, form: string): Element {
  return {
    type: "element",
    tagName: "button",
    properties: {
      ...{ className: boxClass(isTicked), type: "submit", form, name: "box", value: number },
      ariaLabel: isTicked ? "Done. Clear this box" : "Not done. Tick this box",
    },
    children: [],
  };
}

function boxClass(isTicked: boolean): string[] {
  return isTicked ? ["box", "ticked"] : ["box"];
}
