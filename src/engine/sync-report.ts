/** What one sync did, for those who watch it: tests, the demo, metrics. */
import type { Plan } from "../domain/plan.ts";
import type { FileChange } from "./change.ts";
import type { SkipReason } from "./reason-to-skip.ts";

export interface SyncReport {
  /** What the surfaces say; null where nothing was computed. */
  readonly plan: Plan | null;
  readonly skipped: SkipReason | null;
  /** Where the plan's day begins and ends. */
  readonly timezone: string;
  /** Kinds of what was written, in order. */
  readonly written: readonly string[];
  /** What would be written, where Milepost only observes. */
  readonly wanted: Wanted | null;
  /** Until something is to be done though nothing happens; null where nothing is. */
  readonly nextInMilliseconds: number | null;
}

export interface Wanted {
  readonly files: readonly FileChange[];
  /** Null where its markers are broken and it would be left alone. */
  readonly status: { readonly before: string | null; readonly after: string } | null;
}
