// One line of plain, visible text from any text: what comes before escaping and cutting.

// Controls of direction, zero-width characters and invisible tags.
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

// A joiner is kept where a script or an emoji needs it.
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f[[\p{L}\p{M}]--\p{ASCII}]])[\u200c\u200d]|[\u200c\u200d](?![\p{Extended_Pictographic}[[\p{L}\p{M}]--\p{ASCII}]])/gv;

const lineBreaksAndControls = /[\p{Cc}\u2028\u2029 ]+/gu;

/** Visible ASCII with single spaces between: most titles and names. */
const alreadyPlain = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The text in one line: line breaks, controls and runs of spaces are one space, none at the ends; invisible
 * characters are gone and lone surrogates U+FFFD.
 */
export function toPlainLine(text: string): string {
  if (alreadyPlain.test(text)) return text;
  return text
    .toWellFormed()
    .replace(invisible, "")
    .replace(strayJoiner, "")
    .replace(lineBreaksAndControls, " ")
    .replace(/^ | $/g, "");
}

/**
 * At most this many characters as people count them (graphemes), the last one "…" if something was cut. In
 * one line; cut before you escape.
 */
export function clipText(text: string, maxCharacters: number): string {
  const line = toPlainLine(text);
  if (line.length <= maxCharacters) return line;
  let count = 0;
  let cut = 0;
  for (const { index, segment } of graphemes.segment(line)) {
    count += 1;
    if (count > maxCharacters) return `${line.slice(0, cut).trimEnd()}…`;
    if (count < maxCharacters) cut = index + segment.length;
  }
  return line;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
