// Lines that cost the parser more than others: for each it goes through all that it has read of the text since the
// last place where it began anew. A few hundred are nothing; what follows more than anyone writes is not read until
// something else begins.

/** A line that opens more quotes and lists than anyone reads. The parser's time grows with the square of the depth. */
const tooDeep = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])[ \t]*){50}.*$/gm;

/** How many the parser may meet before it begins anew; a text without a place for that has no more. */
export const mostCostly = 300;

const underline = /^[ \t>]*(?:-+|=+)[ \t]*$/;
const listInList = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){2}/;
/** A definition with a title that does not end on the line. */
const openTitle = /^[^[]{0,100}\[.{1,1000}\]:.*\([^)]*$/;
const quote = /^[ \t]*>/;
const blank = /^[ \t]*$/;
const newBlock = /^(?:#{1,6}[ \t]|(?:[-+*]|1[.)])[ \t]+\S)/;
/** Behind a blank line it begins a block that stands in no list. */
const ownBlock = /^[^\s\d*+|:-]/;

export interface UnreadLine {
  readonly index: number;
  readonly source: string;
}

interface CostlyLines {
  /** Where they begin. */
  readonly starts: readonly number[];
  /** What follows too many of them, and what nests too deep; in order. The parser reads these as blank lines. */
  readonly unread: readonly UnreadLine[];
}

export function unreadLines(text: string): readonly UnreadLine[] {
  return findCostlyLines(text).unread;
}

export function findCostlyLines(text: string): CostlyLines {
  const deep = Array.from(text.matchAll(tooDeep), ({ 0: source, index }) => ({ source, index }));
  if (text.length < mostCostly * "-\n".length) return { starts: [], unread: deep };
  const starts: number[] = [];
  const unread: UnreadLine[] = [...deep];
  let index = 0;
  let previous = "";
  let inOnePlace = 0;
  for (const source of linesOf(text)) {
    if (newBlock.test(source) || (blank.test(previous) && ownBlock.test(source))) inOnePlace = 0;
    if (isCostly(source, previous)) {
      starts.push(index);
      inOnePlace += 1;
    }
    if (inOnePlace > mostCostly) unread.push({ index, source });
    previous = source;
    index += source.length + (text.startsWith("\r\n", index + source.length) ? 2 : 1);
  }
  return { starts, unread: unread.sort((one, other) => one.index - other.index) };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

function isCostly(line: string, previous: string): boolean {
  if (quote.test(line) && !quote.test(previous)) return true;
  return underline.test(line) || listInList.test(line) || openTitle.test(line);
}
