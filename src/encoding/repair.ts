/**
 * Text that was written as UTF-8, read as something else and saved again ("âœ…" for "✅"), and what it
 * was. Clean text has no repair, so a repaired text has none either.
 */
import { type CodePage, codePages, encode } from "./code-pages.ts";
import { decodeTolerantly, type Piece } from "./tolerant-decoding.ts";

export interface Repair {
  /** What the text was taken for. */
  readonly codePage: string;
  /** What changes, in order: UTF-16 offsets into the broken text. */
  readonly pieces: readonly Piece[];
  /** Characters that had lost a byte and were refilled. */
  readonly refilled: number;
  /** Characters that had lost a byte and could have been several: they stay broken. */
  readonly left: number;
}

/** What mends the text; null where nothing shows that it is broken. */
export function findRepair(text: string): Repair | null {
  if (!/[^\p{ASCII}]/u.test(text)) return null;
  const body = text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
  const encoded = codePages.flatMap((page) => {
    const bytes = encode(body, page);
    return bytes === null ? [] : [{ page, bytes }];
  });
  const whole = encoded.flatMap(({ page, bytes }) => toRepair(page, bytes, body, []) ?? []);
  if (whole.length > 0) return likeliest(whole);
  const tolerant = encoded.flatMap(
    ({ page, bytes }) => toRepair(page, bytes, body, page.undefinedBytes) ?? [],
  );
  return likeliest(tolerant);
}

/** Short texts fit several code pages; the right one yields the fewest characters that nobody writes. */
function likeliest(repairs: readonly Repair[]): Repair | null {
  const ranked = repairs.map((repair) => ({ repair, odd: countOdd(repair) }));
  const [first] = ranked.toSorted((a, b) => a.odd - b.odd);
  return first && first.odd < first.repair.pieces.length ? first.repair : null;
}

function countOdd({ pieces }: Repair): number {
  return pieces.filter(({ text }) => /^[\p{M}\p{Cn}\p{Co}]/u.test(text) && text !== "\ufe0f")
    .length;
}

export function applyRepair(text: string, { pieces }: Repair): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: mended } of pieces) {
    parts.push(text.slice(at, start), mended);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

function toRepair(
  page: CodePage,
  bytes: Uint8Array,
  text: string,
  droppable: readonly number[],
): Repair | null {
  const decoded = decodeTolerantly(bytes, text, page, droppable);
  if (decoded === null) return null;
  const { complete, refilled, left } = decoded;
  // A few capitals of clean text look like characters that have lost a byte; whole ones do not occur there.
  if (complete === 0 || refilled + left >= complete) return null;
  return { codePage: page.name, pieces: decoded.pieces, refilled, left };
}
