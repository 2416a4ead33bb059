/**
 * Markdown as GitHub shows it. The text may be hostile: raw HTML is parsed and everything outside
 * GitHub's own list of safe elements is dropped; what we add ourselves is added after that.
 */
import type { Root as HastRoot } from "hast";
import { raw } from "hast-util-raw";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { LRUCache } from "lru-cache";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { showAlerts } from "./alerts.ts";
import { showDiagrams } from "./diagrams.ts";
import { showEmoji } from "./emoji.ts";
import { nameHeadings } from "./headings.ts";
import { keepLineEnds } from "./line-ends.ts";
import { linkReferences } from "./link-references.ts";
import { resolveLinks } from "./resolve-links.ts";
import { safeElements } from "./safe-elements.ts";
import { scrollCode } from "./scroll-code.ts";
import { markBoxes, showBoxes } from "./task-boxes.ts";
import type { TextPlace } from "./text-place.ts";
import { wrapTables } from "./wrap-tables.ts";

const cache = new LRUCache<string, string>({ max: 400 });

/** Safe HTML. Equal texts in equal places are rendered once. */
export function renderMarkdown(text: string, place: TextPlace): string {
  const key = JSON.stringify([
    ...[place.kind, place.base, place.prefix, place.boxesForm, text],
    // An issue that is new makes a link of its number.
    place.repository.nextNumber,
  ]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = toHtml(toTree(text, place));
  cache.set(key, html);
  return html;
}

function toTree(text: string, place: TextPlace): HastRoot {
  const markdown = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  if (place.kind === "conversation") keepLineEnds(markdown);
  const marked = toHast(markdown, { allowDangerousHtml: true, clobberPrefix: "" });
  const boxKey = markBoxes(marked);
  const parsed = raw(marked);
  const tree = sanitize(parsed, safeElements(place.prefix));
  if (tree.type !== "root") return { type: "root", children: [] };
  showBoxes(tree, boxKey, place.boxesForm);
  showAlerts(tree);
  showDiagrams(tree);
  nameHeadings(tree, place.prefix);
  resolveLinks(tree, place);
  if (place.kind === "conversation") linkReferences(tree, place.repository);
  showEmoji(tree);
  wrapTables(tree);
  scrollCode(tree);
  return tree;
}
