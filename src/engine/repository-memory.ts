/**
 * What the last sync of a repository knew: the issues as observed, the cursor of the next delta read,
 * and the figures of the last commit. A cache, never a truth: losing it costs a full read.
 */
import type {
  Instant,
  ObservedFile,
  ObservedIssue,
  ObservedRepository,
  ObservedText,
} from "../domain/observation.ts";
import type { PlanSummary } from "../domain/plan-summary.ts";

/** Files of settings outside of the repository's own one. */
export interface InheritedSettings {
  /** Blob id of the own file for which they were read; null where there is none. */
  readonly forOid: string | null;
  /** By "owner/name:path"; null where nothing could be read. */
  readonly files: ReadonlyMap<string, ObservedText | null>;
}

export interface Answered {
  readonly login: string;
  readonly at: Instant;
}

/** A text whose commands have run, as it was then. */
export interface RanText {
  /** Node id. */
  readonly id: string;
  /** When that version was written. */
  readonly at: Instant;
}

/** What a command changed. */
export interface Unnoted {
  /** In whose thread it was given. */
  readonly issue: number;
  /** An `UndoRecord`, as JSON. */
  readonly record: string;
}

/** A branch that took no commit; it is not tried again at every event. */
export interface BranchRefusal {
  readonly branch: string;
  readonly at: Instant;
  /** In GitHub's own words. */
  readonly because: string;
}

/** Blob ids of the documents at the head of a branch. */
export interface ProposedFiles {
  readonly headOid: string;
  readonly files: readonly { readonly path: string; readonly oid: string }[];
}

/** Which files fit the patterns of the settings. */
export interface MatchedFiles {
  /** The commit and the patterns for which they were looked up. */
  readonly headOid: string;
  readonly patterns: readonly string[];
  /** Sorted. */
  readonly paths: readonly string[];
  /** GitHub did not list all files. */
  readonly isTruncated: boolean;
}

export interface RepositoryMemory {
  readonly repository: ObservedRepository;
  readonly issues: ReadonlyMap<number, ObservedIssue>;
  /** The latest `updatedAt` seen; null while there is no issue. */
  readonly cursor: Instant | null;
  /** GitHub's total less what a full read found; it should be 0, and must not grow. */
  readonly unreadIssues: number;
  /** One entry for each path that mattered; null where there is no such file. */
  readonly files: ReadonlyMap<string, ObservedFile | null>;
  /** Null where the settings have no patterns. */
  readonly matched: MatchedFiles | null;
  /** Null until it is read; a full read asks again. */
  readonly inherited: InheritedSettings | null;
  /** To whom commands were answered of late: nobody is answered too often. */
  readonly answered: readonly Answered[];
  /** Texts that are known to have run and of which their receipt alone does not tell, the latest ones last. */
  readonly ran: readonly RanText[];
  /** Not in the notebook yet, in the order in which it was done. */
  readonly unnoted: readonly Unnoted[];
  /** Somebody asked for all to be read anew and to be written at once, and it is not written yet. */
  readonly isSyncDue: boolean;
  /** Keys of the notices that are known to stand in GitHub. */
  readonly told: readonly string[];
  /** What the documents said after the last commit made with this memory. */
  readonly committed: PlanSummary | null;
  readonly refusals: readonly BranchRefusal[];
  /** What the pull request's branch is known to say; null where nobody looked. */
  readonly proposed: ProposedFiles | null;
}
