/** A branch that was made, moved or deleted. */
import type { Commit, Ref } from "./model.ts";

export interface Push {
  readonly ref: Ref;
  /** `null` when the branch is new. */
  readonly before: Commit | null;
  /** `null` when the branch is deleted. */
  readonly after: Commit | null;
  /** What the branch gained, oldest first. */
  readonly commits: readonly Commit[];
}
