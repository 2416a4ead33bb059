// A part's count against what stands under it.

import type { CountClaim } from "../../claims/document-claims.ts";
import { againstBoxes } from "./against-boxes.ts";
import { againstIssues } from "./against-issues.ts";
import { againstParts } from "./against-parts.ts";
import type { Found } from "./count-meaning.ts";
import type { DocumentLine } from "./document-lines.ts";
import { fieldCount } from "./head-count.ts";
import type { Part } from "./parts.ts";

export interface Mismatch extends Found {
  readonly part: Part;
  readonly count: CountClaim;
}

/** Null where it agrees, or where it can't be told what it counts. */
export function findMismatch(part: Part, lines: readonly DocumentLine[]): Mismatch | null {
  if (part.target !== null || part.isInLog) return null;
  const count = part.headCount ?? fieldCount(part);
  if (!count) return null;
  const found =
    againstParts(part, count) ??
    againstIssues(part, count, lines) ??
    againstBoxes(part, count, lines);
  return found ? { part, count, ...found } : null;
}
