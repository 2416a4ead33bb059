// What a line's text says about the block that it begins, without its indent.

const bullet = /(?:[-+*]|\d{1,9}[.)]) {1,4}(?=[^ ])/y;
const oddBullet = /^(?:[-+*]|\d{1,9}[.)])(?: |$)/;
const laterNumber = /^(?!1[.)])\d{1,9}[.)](?: |$)/;
const rule = /^(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const underline = /^[-=|: ]+$/;
const letter = /^[a-z]/i;
const heading = /^#{1,6}(?: |$)/;
const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const comment = /^<!--(?!-?>)/;
const blockTag = /^<\/?(?:details|summary|div|p|table|tr|td|th|ul|ol|li|center)(?:[ >]|\/>|$)/i;
/** Of a link, all on one line. */
const definition = /^\[[^[\]\\^][^[\]\\]*\]: +[^\s<]\S* *$/;
/** Other HTML, brackets that may open a definition, and a box whose text is on the next line. */
const unknown = /^(?:<|\[(?![^[\]\\]*\](?!:))|\[[ xX]?\]\s*$)/;

type BlockKind =
  | "paragraph"
  | "definition"
  | "heading"
  | "quote"
  | "code"
  | "comment"
  | "html"
  | "unknown";

export function blockKind(text: string): BlockKind {
  if (text.startsWith(">")) return "quote";
  if (heading.test(text)) return "heading";
  if (fence.test(text)) return "code";
  if (comment.test(text)) return "comment";
  if (blockTag.test(text)) return "html";
  if (definition.test(text)) return "definition";
  return unknown.test(text) ? "unknown" : "paragraph";
}

/** A letter begins no block but a paragraph. */
export function isPlainText(text: string): boolean {
  return letter.test(text);
}

/** How long the bullet at this offset is, with the blanks behind it; 0 where there is none, or nothing behind it. */
export function bulletLength(text: string, offset: number): number {
  bullet.lastIndex = offset;
  return bullet.exec(text)?.[0].length ?? 0;
}

/** A bullet with nothing behind it, or with blanks enough for code. */
export function isOddBullet(text: string): boolean {
  return oddBullet.test(text);
}

/** A number that begins no list below a line of text. */
export function isLaterNumber(text: string): boolean {
  return laterNumber.test(text);
}

export function isRule(text: string): boolean {
  return rule.test(text);
}

/** What may make a heading or a table of the line above. */
export function isUnderline(text: string): boolean {
  return underline.test(text);
}

/** What ends the fence that the text opens. */
export function fenceEnd(text: string): RegExp {
  const opening = fence.exec(text)?.[0] ?? "";
  return new RegExp(`^ {0,3}${opening.charAt(0)}{${opening.length},}[ \\t]*$`);
}
