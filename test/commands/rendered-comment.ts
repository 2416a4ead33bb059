/**
 * What a comment looks like once it is rendered: the Markdown of GitHub through its HTML to the elements of a
 * browser. Written without Milepost's own reading, so that it can say where that is wrong.
 */
import type { Nodes } from "hast";
import { raw } from "hast-util-raw";
import { defaultSchema } from "hast-util-sanitize";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { visitParents } from "unist-util-visit-parents";

const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown()];

/** What a browser does not show as text. */
const hidden = new Set(
  "iframe math noembed noframes script style svg template textarea title xmp".split(" "),
);

export interface ShownWord {
  /** The elements around it that GitHub leaves there, outermost first. */
  readonly elements: readonly string[];
  /** What stands before it in its paragraph. */
  readonly before: string;
}

/** The words that fit the pattern and that a text shows, each once. */
export function findShown(markdown: string, word: RegExp): ReadonlyMap<string, ShownWord> {
  const shown = new Map<string, ShownWord>();
  let paragraph: unknown;
  let before = "";
  visitParents(render(markdown), (node, parents) => {
    if (node.type === "element" && node.tagName === "p") {
      paragraph = node;
      before = "";
    }
    if (node.type === "element" && node.tagName === "br") before += "\n";
    if (node.type !== "text") return;
    const start = parents.some((one) => one === paragraph) ? before : "";
    for (const { 0: found, index } of node.value.matchAll(word)) {
      const elements = parents.flatMap((one) => (one.type === "element" ? [one.tagName] : []));
      shown.set(found, {
        elements: elements.filter((one) => !isTakenAway(one)),
        before: start + node.value.slice(0, index),
      });
    }
    before += node.value;
  });
  return shown;
}

function render(markdown: string): Nodes {
  const options = { extensions, mdastExtensions };
  const parsed = fromMarkdown(markdown.replace(/\r\n?/g, "\n"), options);
  const tree = toHast(parsed, { allowDangerousHtml: true });
  return markdown.includes("<") ? raw(tree) : tree;
}

/** GitHub takes it away and leaves what is in it: an address in angle brackets, say. */
function isTakenAway(element: string): boolean {
  return !(defaultSchema.tagNames?.includes(element) || hidden.has(element));
}
