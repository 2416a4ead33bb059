// Comments and tags in a piece of HTML. A comment in an attribute's value is none.

/** A whole comment or tag, by offset. */
export interface HtmlPart {
  readonly start: number;
  readonly end: number;
}

// The bounds keep hostile input from quadratic time.
const commentOrTag =
  /<!--(?:-?>|(?<rest>))|<\/?[a-z][^<>"']{0,1000}(?:(?:"[^"]{0,1000}"|'[^']{0,1000}')[^<>"']{0,1000}){0,50}>/gi;

/** The comments and tags in order. A comment without an end is left out, and all that follows it. */
export function findHtmlParts(html: string): readonly HtmlPart[] {
  const parts: HtmlPart[] = [];
  const scan = new RegExp(commentOrTag);
  for (let match = scan.exec(html); match !== null; match = scan.exec(html)) {
    const start = match.index;
    if (match.groups?.rest !== undefined) {
      const close = html.indexOf("-->", start + 4);
      if (close < 0) break;
      scan.lastIndex = close + 3;
    }
    parts.push({ start, end: scan.lastIndex });
  }
  return parts;
}
