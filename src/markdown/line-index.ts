// Lines of a document in bytes, by CommonMark's line ends: "\n", "\r\n" and "\r".

export interface Line {
  /** Offset of the first byte. */
  readonly start: number;
  /** Offset after the last byte before the line end. */
  readonly end: number;
  /** Offset of the next line's first byte. */
  readonly next: number;
}

export interface LineIndex {
  /** The number, from 1, of the line that holds the byte at this offset. */
  lineAt(offset: number): number;
  /** The line of this number, from 1. Throws RangeError if there is none. */
  line(number: number): Line;
}

const feed = 10;
const carriageReturn = 13;

/** An index of the lines; a look-up takes logarithmic time. */
export function lineIndexOf(document: Uint8Array): LineIndex {
  const starts = findLineStarts(document);
  return {
    lineAt: (offset) => countUpTo(starts, offset),
    line(number) {
      const start = starts[number - 1];
      if (start === undefined) throw new RangeError(`There is no line ${number}`);
      const next = starts[number] ?? document.length;
      let end = next;
      if (end > start && document[end - 1] === feed) end -= 1;
      if (end > start && document[end - 1] === carriageReturn) end -= 1;
      return { start, end, next };
    },
  };
}

function findLineStarts(document: Uint8Array): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < document.length; offset += 1) {
    const byte = document[offset];
    const isEnd = byte === feed || (byte === carriageReturn && document[offset + 1] !== feed);
    if (isEnd) starts.push(offset + 1);
  }
  return starts;
}

// How many of the ascending numbers are at most `limit`.
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
