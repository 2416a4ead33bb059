// The count that a part of a document begins with.

import type { CountClaim } from "../../claims/document-claims.ts";
import { oncePer } from "./once-per.ts";
import type { Part } from "./parts.ts";
import { isQuantity } from "./quantity.ts";

/** The count in the line that the part begins with. */
export const headCount = oncePer((part: Part): CountClaim | undefined => {
  const here = part.counts.filter(
    (count) => count.place.line === part.line && isQuantity(count, part.source, part.start),
  );
  return here.find(({ done }) => done !== null) ?? here[0];
});

/** "**Progress**: 3/5 tasks" is about the heading that it stands under. */
export function fieldCount({ level, parts }: Part): CountClaim | undefined {
  const field = level === 0 ? undefined : parts.find((one) => fieldLabel.test(one.label));
  const count = field && headCount(field);
  return count?.done === null ? undefined : count;
}

const fieldLabel = /^(?:status|progress|completion)$/i;
