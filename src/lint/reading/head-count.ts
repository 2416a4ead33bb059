// The count that a part of a document begins with.

import type { CountClaim } from "../../claims/document-claims.ts";
import { isQuantity } from "./quantity.ts";

interface Counted {
  readonly line: number;
  /** The line that it begins with, and where that begins in the document, in UTF-16 units. */
  readonly source: string;
  readonly start: number;
  readonly counts: readonly CountClaim[];
}

interface Fielded {
  readonly level: number;
  readonly parts: readonly {
    readonly label: string;
    readonly headCount: CountClaim | undefined;
  }[];
}

/** The count in the line that the part begins with. */
export function findHeadCount({ counts, line, source, start }: Counted): CountClaim | undefined {
  if (counts.length === 0) return undefined;
  const here = counts.filter(
    (count) => count.place.line === line && isQuantity(count, source, start),
  );
  return here.find(({ done }) => done !== null) ?? here[0];
}

/** "**Progress**: 3/5 tasks" is about the heading that it stands under. */
export function fieldCount({ level, parts }: Fielded): CountClaim | undefined {
  const field = level === 0 ? undefined : parts.find((one) => fieldLabel.test(one.label));
  return field?.headCount?.done === null ? undefined : field?.headCount;
}

const fieldLabel = /^(?:status|progress|completion)$/i;
