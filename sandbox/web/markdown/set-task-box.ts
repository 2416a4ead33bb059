/** Ticks or clears one box of a task list in the source of a text, and touches nothing else. */
import type { ListItem, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** `box` counts from 0, in the order of the text; undefined where there is no such box. */
export function setTaskBox(text: string, box: number): string | undefined {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const item = boxesOf(tree)[box];
  const start = item?.position?.start.offset;
  if (item === undefined || start === undefined) return undefined;
  const mark = /\[[ \txX\r\n]\]/.exec(text.slice(start));
  if (mark === null) return undefined;
  const place = start + mark.index + 1;
  return `${text.slice(0, place)}${item.checked ? " " : "x"}${text.slice(place + 1)}`;
}

function boxesOf(node: Nodes): ListItem[] {
  const own = node.type === "listItem" && typeof node.checked === "boolean" ? [node] : [];
  return "children" in node ? [...own, ...node.children.flatMap(boxesOf)] : own;
}
