/** Headings can be linked to, by the names that GitHub makes of their words. */
import GithubSlugger from "github-slugger";
import type { Root } from "hast";
import { visitParents } from "unist-util-visit-parents";
import { toText } from "./element-text.ts";

export function nameHeadings(tree: Root, prefix: string): void {
  const slugger = new GithubSlugger();
  visitParents(tree, "element", (element) => {
    if (!/^h[1-6]$/.test(element.tagName) || element.properties.id !== undefined) return;
    element.properties.id = `${prefix}${slugger.slug(toText(element))}`;
  });
}
