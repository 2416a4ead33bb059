// Text that was UTF-8, was read in another encoding and saved again: which encoding that was, and the text
// as it had been. Clean text cannot be read backwards and is never touched; nor is what was repaired.

import { type CodePage, codePages, encodeIn } from "./code-page.ts";
import { decodeUtf8, refill } from "./refill.ts";

export interface Repair {
  /** The encoding that the text was wrongly read in. */
  readonly encoding: string;
  /** Has as many lines as the broken text. */
  readonly text: string;
  /** Characters of which a byte had been lost and was filled in; 0 where nothing was. */
  readonly refilled: number;
}

/** Null for text that is not broken, or not in a way that can be undone. */
export function repairEncoding(text: string): Repair | null {
  if (isAscii(text)) return null;
  const mark = text.startsWith("\u{FEFF}") ? "\u{FEFF}" : "";
  const body = text.slice(mark.length);
  const repair = likeliest(body, readBack) ?? likeliest(body, readBackWithLosses);
  return repair && { ...repair, text: mark + repair.text };
}

type Attempt = (codePage: CodePage, bytes: Uint8Array) => Omit<Repair, "encoding"> | null;

/** A short text may be readable in several ways: the one with the fewest strange characters is meant. */
function likeliest(text: string, attempt: Attempt): Repair | null {
  let best: Repair | null = null;
  for (const codePage of codePages) {
    const bytes = encodeIn(codePage, text);
    const repaired = bytes && attempt(codePage, bytes);
    if (!repaired || !isBetter(repaired.text, text)) continue;
    const isLikelier = best === null || strangeIn(repaired.text) < strangeIn(best.text);
    if (isLikelier) best = { encoding: codePage.name, ...repaired };
  }
  return best;
}

function readBack(_: CodePage, bytes: Uint8Array): Omit<Repair, "encoding"> | null {
  const text = decodeUtf8(bytes);
  return text === null ? null : { text, refilled: 0 };
}

function readBackWithLosses(
  { undefinedBytes }: CodePage,
  bytes: Uint8Array,
): Omit<Repair, "encoding"> | null {
  const filled = refill(bytes, undefinedBytes);
  return filled && { text: filled.text, refilled: filled.count };
}

/** Control characters are no repair: they have no place in a document. */
function isBetter(repaired: string, broken: string): boolean {
  return !/[\u{80}-\u{9F}]/u.test(repaired) && foreignIn(repaired) < foreignIn(broken);
}

function foreignIn(text: string): number {
  return [...text].filter((character) => character > "\u{7F}").length;
}

function isAscii(text: string): boolean {
  return !/[\u{80}-\u{10FFFF}]/u.test(text);
}

/** Marks without a letter of their own, private and unassigned characters. */
function strangeIn(text: string): number {
  return text.match(/(?!\u{FE0F})[\p{M}\p{Co}\p{Cn}]/gu)?.length ?? 0;
}
