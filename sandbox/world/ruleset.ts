/** Rulesets as a repository keeps them. */

/** A rule about a branch; the name is GitHub's. */
export type BranchRule =
  | {
      readonly type: "creation" | "update" | "deletion" | "non_fast_forward" | "pull_request";
    }
  | { readonly type: "commit_message_pattern"; readonly contains: string };

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  /** Names with `*` (or `**` over slashes), `~ALL`, `~DEFAULT_BRANCH`. */
  readonly branches: readonly string[];
  readonly rules: readonly BranchRule[];
  /** Logins the rules do not bind. */
  readonly bypass: readonly string[];
}
