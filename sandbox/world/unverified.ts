/**
 * What no source proves of GitHub. An App must get along with either answer, so a test can choose; an
 * assumption that is proved moves into the code.
 */
export interface Unverified {
  /** The most issues one issue may be blocked by, or block. */
  readonly dependencyLimit: number;
  /** Whether an edge that closes a cycle is taken. */
  readonly dependencyCycles: "taken" | "refused";
  /** The most labels an issue may carry. */
  readonly labelLimit: number;
  /** The longest description of a milestone, in characters. */
  readonly milestoneDescriptionLimit: number;
  /** Whether an App may react where a conversation is locked; it was refused when last seen. */
  readonly reactionsOnLocked: "taken" | "refused";
}

export const ASSUMED: Unverified = {
  dependencyLimit: 50,
  dependencyCycles: "taken",
  labelLimit: 100,
  milestoneDescriptionLimit: Number.POSITIVE_INFINITY,
  reactionsOnLocked: "refused",
};
