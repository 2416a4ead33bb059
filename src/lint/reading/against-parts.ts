// A part's count against those of the parts within it.

import type { CountClaim } from "../../claims/document-claims.ts";
import { openLabel } from "./claimed-states.ts";
import { type Found, isOfIssues } from "./count-meaning.ts";
import type { Part } from "./parts.ts";

/** Parts that have counts of their own add up to it. */
export function againstParts(part: Part, count: CountClaim): Found | null {
  const inner = part.parts.flatMap((one) => one.headCount ?? []);
  if (count.done === null || inner.length < 2 || inner.some(({ done }) => done === null))
    return null;
  const isOfOneKind = [count, ...inner].every(isOfIssues) || isOfOneUnit([count, ...inner]);
  if (part.mentions.length > 0 || !isOfOneKind || hasUncounted(part)) return null;
  const done = inner.reduce((sum, one) => sum + (one.done ?? 0), 0);
  const total = inner.reduce((sum, one) => sum + one.total, 0);
  const isCopy = inner.some((one) => one.total === count.total);
  const isCountOfParts = inner.length === count.total;
  const isSumOfDone = done === total && done === count.done;
  if (part.parts.some(({ label }) => openLabel.test(label))) return null;
  if (isCopy || isCountOfParts || isSumOfDone || (done === count.done && total === count.total))
    return null;
  return {
    found: `its parts add up to ${done}/${total}`,
    lines: inner.map(({ place }) => place.line),
  };
}

function isOfOneUnit(counts: readonly CountClaim[]): boolean {
  return new Set(counts.map(({ unit }) => unit?.toLowerCase() ?? "")).size === 1;
}

/** A part that gives no count, next to those that do, may hold what the sum lacks. */
function hasUncounted({ parts }: Part): boolean {
  const levels = new Set(parts.filter((one) => one.headCount).map(({ level }) => level));
  return parts.some((one) => levels.has(one.level) && one.level > 0 && !one.headCount);
}
