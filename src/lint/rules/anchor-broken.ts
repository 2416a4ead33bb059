// A link within the document to a heading that is not there.

import { encodeText } from "../../markdown/bytes.ts";
import { findHeadings } from "../../markdown/headings.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const link = /\[([^[\]]*)\]\(#([^()\s]*)\)/g;
const named = /\b(?:id|name)\s*=\s*["']([^"']+)["']/g;

export const anchorBroken: Rule = {
  id: "anchor-broken",
  severity: "info",
  meaning: "A link leads to a heading of the document that is not there.",
  example: "- [Goals](#goals)\n- [Risks](#risks)\n\n## Goals\n",
  offline: true,
  fixes: false,
  check(subject) {
    if (!subject.text.includes("](#")) return [];
    const known = new Set([
      "",
      "top",
      ...findHeadings(encodeText(subject.text)).map(({ anchor }) => plain(anchor)),
      ...Array.from(subject.text.matchAll(named), ([, name = ""]) => plain(name)),
    ]);
    return outlineOf(subject).lines.flatMap(({ line, source, text }) =>
      Array.from(source.matchAll(link)).flatMap(({ index, 1: words = "", 2: anchor = "" }) => {
        const isProse = text.slice(index, index + 1) === "[";
        if (!isProse || known.has(plain(anchor))) return [];
        return [
          contradiction(
            [line],
            `The link “${words}” on line ${line} leads to #${anchor}, and no heading has that anchor. Mend the link, or the heading.`,
            [`#${anchor} (line ${line})`, "no such heading"],
          ),
        ];
      }),
    );
  },
};

/** Without variation selectors, in which renderers differ. */
function plain(anchor: string): string {
  return decode(anchor).toLowerCase().replaceAll("\ufe0f", "");
}

/** What is no encoding stays as it is. */
function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
