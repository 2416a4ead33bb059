// What may begin or end something within a paragraph: brackets, stars, backticks and the like. For each that has no
// other end the parser goes through the whole paragraph, so of long ones it sees no more than it can read at once.

interface Block {
  readonly node: { readonly type: string };
  readonly parent: { readonly type: string } | undefined;
  readonly start: number;
  readonly end: number;
}

/** A paragraph, a heading or a row of a table that is no longer may hold any number. */
const longParagraph = 4096;
/** Of all long paragraphs: marks times characters. What people write takes a tenth, a report in one line all but all. */
const mostWork = 16_000_000;
const mark = /[[\]<*_`&\\]/g;

/** Blank lines, and what begins a block whatever it follows. */
const paragraphEnd = /(?:\r\n|\n|\r)(?=[ \t]*(?:[\r\n]|$)|#{1,6} | {0,3}[-+*] +\S)/;

/** A quick look: without it there is nothing to take away, whatever the lines are. */
export function mayHoldSurplus(text: string): boolean {
  if (text.length <= longParagraph) return false;
  const work = text.split(paragraphEnd).map((part) => countMarks(part) * part.length);
  return work.reduce((sum, one) => sum + one, 0) > mostWork;
}

/** Of short paragraphs none count. */
function countMarks(text: string): number {
  return text.length <= longParagraph ? 0 : (text.match(mark)?.length ?? 0);
}

/** The text, as long as it was, with letters for the marks that are too many; `blocks`: what it consists of. */
export function withoutSurplus(text: string, blocks: Iterable<Block>): string {
  const parts: string[] = [];
  let offset = 0;
  let left = mostWork;
  for (const words of longWords(text, blocks)) {
    const source = text.slice(words.start, words.end);
    const most = Math.floor(left / source.length);
    left -= Math.min(most, countMarks(source)) * source.length;
    parts.push(text.slice(offset, words.start), firstMarks(source, most));
    offset = words.end;
  }
  return parts.join("") + text.slice(offset);
}

function firstMarks(paragraph: string, most: number): string {
  let count = 0;
  return paragraph.replace(mark, (character) => {
    count += 1;
    return count > most ? "x" : character;
  });
}

type Words = Pick<Block, "start" | "end">;

function longWords(text: string, blocks: Iterable<Block>): readonly Words[] {
  return Array.from(blocks).flatMap(({ node: { type }, parent, start, end }) => {
    if (end - start <= longParagraph) return [];
    if (type === "paragraph" || type === "heading") return [{ start, end }];
    // The rows of a table are one text in nothing; that of a paragraph is in it.
    const isTable = type === "text" && parent?.type !== "paragraph";
    return isTable ? rowsOf(text.slice(start, end), start).filter(isLong) : [];
  });
}

function rowsOf(table: string, start: number): readonly Words[] {
  return Array.from(table.matchAll(/[^\r\n]+/g), ({ 0: row, index }) => ({
    start: start + index,
    end: start + index + row.length,
  }));
}

function isLong({ start, end }: Words): boolean {
  return end - start > longParagraph;
}
