// A link within the document to a heading that is not there.

import { encodeText } from "../../markdown/bytes.ts";
import { findHeadings } from "../../markdown/headings.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { LintSubject, Rule } from "../rule.ts";

const link = /\[([^[\]]*)\]\(#([^()\s]*)\)/g;
const named = /\b(?:id|name)\s*=\s*["']([^"']+)["']/g;

/** "## Goals {#goals}", as generators of sites read it. */
const given = /\{\s*#([\w:.-]+)[^{}]*\}/g;
/** Places that GitHub makes, and routes of a page. */
const elsewhere =
  /^(?:[/!]|user-content-|(?:issuecomment|discussioncomment|discussion_r|pullrequestreview)-?\d|L\d)/;

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
      ...findHeadings(encodeText(headingsOf(subject))).map(({ anchor }) => plain(anchor)),
      ...Array.from(subject.text.matchAll(named), ([, name = ""]) => plain(name)),
      ...Array.from(subject.text.matchAll(given), ([, name = ""]) => plain(name)),
    ]);
    return outlineOf(subject).lines.flatMap(({ line, source, text }) =>
      Array.from(source.matchAll(link)).flatMap(({ index, 1: words = "", 2: anchor = "" }) => {
        const isProse = text.slice(index, index + 1) === "[";
        if (!isProse || elsewhere.test(anchor) || known.has(plain(anchor))) return [];
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

/** A line of dashes or equals signs below words makes a heading of them: then the parser reads all. */
const underlined = /(?:^|\n)[^\S\n]*\S[^\n]*\n {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/;

/** To read the headings alone takes a tenth of the time. */
function headingsOf(subject: LintSubject): string {
  if (underlined.test(subject.text)) return subject.text;
  const headings = outlineOf(subject).lines.filter(({ kind }) => kind === "heading");
  return headings.map(({ source }) => source.trimStart()).join("\n\n");
}
