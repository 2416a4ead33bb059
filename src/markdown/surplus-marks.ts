// What may begin or end something within a paragraph: brackets, stars, backticks and the like. For each that has no
// other end the parser goes through the whole paragraph, so in a long one it sees the first few hundred only.

interface Block {
  readonly node: { readonly type: string };
  readonly parent: { readonly type: string } | undefined;
  readonly start: number;
  readonly end: number;
}

/** A paragraph, a heading or a row of a table that is no longer may hold any number. */
const longParagraph = 4096;
const mostMarks = 300;
const mark = /[[\]<*_`&\\]/g;

/** A quick look: without a paragraph so long, whatever the lines are, there is nothing to take away. */
export function mayHoldSurplus(text: string): boolean {
  if (text.length <= longParagraph) return false;
  return text.split(paragraphEnd).some((part) => part.length > longParagraph && isFull(part));
}

/** Blank lines, and what begins a block whatever it follows. */
const paragraphEnd = /(?:\r\n|\n|\r)(?=[ \t]*(?:[\r\n]|$)|#{1,6} | {0,3}[-+*] +\S)/;

function isFull(text: string): boolean {
  return (text.match(mark)?.length ?? 0) > mostMarks;
}

/** The text, as long as it was, without the marks that are too many; `blocks`: what the text consists of. */
export function withoutSurplus(text: string, blocks: Iterable<Block>): string {
  const parts: string[] = [];
  let offset = 0;
  for (const { node, parent, start, end } of blocks) {
    const isWords = node.type === "paragraph" || node.type === "heading";
    // The rows of a table are one text in nothing; a paragraph's is in it.
    const isTable = node.type === "text" && parent?.type !== "paragraph";
    if (!(isWords || isTable) || start < offset || end - start <= longParagraph) continue;
    const source = text.slice(start, end);
    parts.push(text.slice(offset, start), isTable ? eachRow(source) : firstMarks(source));
    offset = end;
  }
  return parts.join("") + text.slice(offset);
}

function eachRow(table: string): string {
  if (!isFull(table)) return table;
  return table
    .split(/(\r\n|\n|\r)/)
    .map(firstMarks)
    .join("");
}

function firstMarks(paragraph: string): string {
  if (paragraph.length <= longParagraph) return paragraph;
  let count = 0;
  return paragraph.replace(mark, (character) => {
    count += 1;
    return count > mostMarks ? "x" : character;
  });
}
