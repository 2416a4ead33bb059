/** UTF-8 out of bytes of which some may have been dropped: null unless every byte is accounted for. */
import type { CodePage } from "./code-pages.ts";
import { refillFor } from "./lost-characters.ts";

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Decoded {
  readonly pieces: readonly Piece[];
  /** Characters that were whole. */
  readonly complete: number;
  readonly refilled: number;
  readonly left: number;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * `text` is what the bytes stand for in `page`; `droppable` are the bytes that may be missing, one a
 * character.
 */
export function decodeTolerantly(
  bytes: Uint8Array,
  text: string,
  page: CodePage,
  droppable: readonly number[],
): Decoded | null {
  const refill = refillFor(page);
  const sequences = readSequences(bytes);
  if (!sequences?.every((one) => one.whole !== null || isOneDropped(one, droppable))) return null;
  const pieces: Piece[] = [];
  let [refilled, left, mendedTo, mended] = [0, 0, 0, ""];
  for (const { start, end, bytes: own, whole } of sequences) {
    mended = lastLine(mended + text.slice(mendedTo, start));
    const character = whole ?? refill(own, mended);
    if (character === undefined) left += 1;
    else pieces.push({ start, end, text: character });
    if (whole === null && character !== undefined) refilled += 1;
    mended += character ?? text.slice(start, end);
    mendedTo = end;
  }
  return { pieces, complete: sequences.length - refilled - left, refilled, left };
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

interface Sequence {
  readonly start: number;
  readonly end: number;
  readonly bytes: readonly number[];
  /** How many bytes its first one announces. */
  readonly length: number;
  /** The character, where all bytes are there. */
  readonly whole: string | null;
}

/** All characters beyond ASCII; null where a byte begins none. */
function readSequences(bytes: Uint8Array): readonly Sequence[] | null {
  const sequences: Sequence[] = [];
  for (let start = 0; start < bytes.length; ) {
    const length = lengthOf(bytes[start] ?? 0);
    if (length === 0) return null;
    let end = start + 1;
    while (end < start + length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end += 1;
    if (length > 1) {
      const own = [...bytes.subarray(start, end)];
      sequences.push({ start, end, bytes: own, length, whole: decodeWhole(own, length) });
    }
    start = end;
  }
  return sequences;
}

function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Control characters of the C1 block are in no document. */
function decodeWhole(bytes: readonly number[], length: number): string | null {
  if (bytes.length < length) return null;
  try {
    const character = strict.decode(Uint8Array.from(bytes));
    return /[\u0080-\u009f]/.test(character) ? null : character;
  } catch {
    return null;
  }
}

/** Some missing byte at some place makes a character of it. */
function isOneDropped({ bytes, length }: Sequence, droppable: readonly number[]): boolean {
  if (bytes.length !== length - 1) return false;
  return droppable.some((byte) =>
    bytes.some((_, at) => {
      const filled = [...bytes.slice(0, at + 1), byte, ...bytes.slice(at + 1)];
      return decodeWhole(filled, length) !== null;
    }),
  );
}
