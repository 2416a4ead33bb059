// Where live mode may write: a document's text without its regions, tables and what people asked to keep.

import type { DocumentClaims, Place } from "../claims/document-claims.ts";
import { decodeText } from "../markdown/bytes.ts";
import type { Region } from "../markdown/region.ts";
import { walkBlocks } from "../markdown/syntax-tree.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with spaces for what stands in regions; as long as before, with the same lines. */
export function withoutRegions(
  text: string,
  document: Uint8Array,
  regions: readonly Region[],
): string {
  const parts: string[] = [];
  let read = 0;
  let offset = 0;
  for (const { start, end } of regions.toSorted((a, b) => a.start - b.start)) {
    const from = offset + decodeText(document.subarray(read, start)).length;
    const to = from + decodeText(document.subarray(start, end)).length;
    parts.push(text.slice(offset, from), text.slice(from, to).replace(/[^\r\n]/g, " "));
    read = end;
    offset = to;
  }
  return parts.join("") + text.slice(offset);
}

/** Whether a place is free to be written. */
export function writableIn(text: string, { kept }: DocumentClaims): (span: Span) => boolean {
  const closed: Span[] = [...kept];
  for (const { node, start, end } of walkBlocks(text)) {
    if (node.type === "table") closed.push({ start, end });
  }
  return ({ start, end }: Pick<Place, "start" | "end">) =>
    closed.every((span) => end <= span.start || span.end <= start);
}
