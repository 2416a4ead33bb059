/**
 * Text from people inside a Mermaid diagram: shown as that very text, in one line. A label made of it
 * stands in double quotes or behind a mark of ours, so that no word of a title is a keyword.
 */
import { clipText } from "../../markdown/plain-line.ts";

/** At most this many characters as people count them, in one line; not yet escaped. */
export function clipLabel(text: string, maxCharacters: number): string {
  const clipped = clipText(text, maxCharacters).trim();
  // One character, as people count, may carry thousands of accents.
  const points = Array.from(clipped);
  return points.length <= 2 * maxCharacters ? clipped : points.slice(0, 2 * maxCharacters).join("");
}

/** Mermaid turns "#59;" into the character itself, and in some versions acts on it all the same. */
export function escapeMermaid(line: string): string {
  return line
    .replaceAll("`", likeBacktick)
    .replace(late, `$&${separator}`)
    .replaceAll("_", `${separator}_${separator}`)
    .replace(/[*~]/g, `${hairSpace}$&${hairSpace}`)
    .replace(acting, (character) => `#${character.codePointAt(0)};`);
}

/** Two backticks hold code, whatever stands beside them. */
const likeBacktick = "\u02cb";

/** Of no width. Between two of them "_" stands within a word, where it is no emphasis. */
const separator = "\u200b";

/** As good as invisible. Between two of them "*" and "~" are no emphasis. */
const hairSpace = "\u200a";

// What Mermaid acts on even after it has turned the escapes back: "$$" for a formula, "fa:" for an icon, links and
// addresses, "\n" for a new line and other escapes with a backslash, and its own placeholders for escapes.
const late =
  /\$(?=\$)|(?<=\w):(?=[\w/])|\](?=\()|www(?=\.)|@(?=\w)|\\(?=[!-/:-@[-`{-~n])|\ufb02(?=\u00b0)|\u00b6(?=\u00df)/gi;

// All punctuation of ASCII but a few; "#" before a digit stays, since no ";" ever does, and "%" in "(78%)"; what
// placeholders are made of, and what nobody sees.
const acting =
  /#(?!\d)|%(?!(?<=\d%)\))|[^A-Za-z0-9 #%.,/()+\u0080-\u{10ffff}-]|[\u00b0\u00b6\u200a\u200b\ufb02]/gu;
