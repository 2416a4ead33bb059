// What a count says beyond its numbers.

import type { CountClaim } from "../../claims/document-claims.ts";

/** What was found in place of what a count says. */
export interface Found {
  /** In words. */
  readonly found: string;
  readonly lines: readonly number[];
}

export function isSaidComplete({ complete, done, total }: CountClaim): boolean {
  return complete || (done === total && total > 0);
}

/** What else is counted may be anything. */
export function isOfIssues({ unit }: CountClaim): boolean {
  return unit === null || /^(?:issues?|items?|tasks?|tickets?|done|complete|closed)$/i.test(unit);
}
