// The lines that are not looked at: Milepost's regions already, and what people want left alone.

import type { DocumentClaims } from "../claims/document-claims.ts";
import { encodeText } from "../markdown/bytes.ts";
import { lineIndexOf } from "../markdown/line-index.ts";
import { findTextRegions } from "../markdown/text-regions.ts";
import type { Lines } from "./gather-candidates.ts";

export function closedLines(text: string, { kept }: DocumentClaims): readonly Lines[] {
  const index = lineIndexOf(encodeText(text));
  const regions = findTextRegions(text).regions.map(({ start, end }) => ({
    // The markers stand on the lines around the text.
    from: index.lineAt(start) - 2,
    to: index.lineAt(end),
  }));
  const lineAt = (before: string) => before.split(/\r\n|\n|\r/).length - 1;
  const people = kept.map(({ start, end }) => ({
    from: lineAt(text.slice(0, start)),
    to: lineAt(text.slice(0, end)) + 1,
  }));
  return [...regions, ...people];
}
