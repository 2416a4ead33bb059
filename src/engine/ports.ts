/**
 * What the engine needs of the world: GitHub to read and write, a queue of requests, a cache, a
 * clock and a log. Adapters implement these; the engine knows no Octokit and no Redis.
 */

import type { Access } from "../domain/access.ts";
import type { CommandText, PersonsChange } from "../domain/command-text.ts";
import type {
  Instant,
  ObservedFile,
  ObservedIssue,
  ObservedRepository,
  ObservedText,
  ObservedVersion,
} from "../domain/observation.ts";
import type { ObservedBranchProposal } from "../domain/proposal.ts";
import type { Applied, Change } from "./change.ts";
import type { Hint } from "./hint.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export interface RepositoryAddress {
  readonly installation: number;
  readonly owner: string;
  readonly name: string;
}

export interface ReadRequest {
  /** Issues updated at or after this instant; null reads all issues. */
  readonly since: Instant | null;
  /** Issues to read whatever their date. */
  readonly issues: readonly number[];
  /** Files at the head of the default branch whose blob ids are wanted. */
  readonly paths: readonly string[];
  /** Node ids of comments, and of issues for their opening texts, that may hold commands. */
  readonly texts?: readonly string[];
}

export interface Reading {
  readonly repository: ObservedRepository;
  readonly issues: readonly ObservedIssue[];
  /** Asked for by number, but deleted, transferred or never an issue of this repository. */
  readonly gone: readonly number[];
  /** One entry for each path asked for; null where there is no such file. */
  readonly files: ReadonlyMap<string, ObservedFile | null>;
  /** Those asked for that still exist. */
  readonly texts: readonly CommandText[];
}

export interface FileListing {
  readonly files: readonly ObservedFile[];
  /** There are more than GitHub lists. */
  readonly isTruncated: boolean;
}

export interface RepositoryReader {
  /**
   * Everything a sync needs, in one paged read: one call, and one more for each further 100 issues.
   * Throws the errors of `errors.ts`.
   */
  readRepository(address: RepositoryAddress, request: ReadRequest): Promise<Reading>;
  /** Blob ids of files at the head of the default branch: one call for up to 100 paths. */
  readFiles(
    address: RepositoryAddress,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, ObservedFile | null>>;
  /** All files at a commit. One call. */
  listFiles(address: RepositoryAddress, commitOid: string): Promise<FileListing>;
  /** The exact bytes of a blob. */
  readBlob(address: RepositoryAddress, oid: string): Promise<Uint8Array>;
  /** Bodies of the App's own comments on an issue since an instant. One call. */
  readOwnComments(
    address: RepositoryAddress,
    issueId: string,
    since: Instant,
  ): Promise<readonly string[]>;
  /**
   * The latest versions of issues' texts, the newest first, by node id. One call for 20 issues; each is asked
   * for where its text alone does not tell whether somebody's edit was written over.
   */
  readVersions(
    address: RepositoryAddress,
    issueIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ObservedVersion[]>>;
  /**
   * A file on the default branch of any repository ("owner/name") that this installation may read; null
   * where there is none, where it is no regular text file, and where it may not be read. One call.
   */
  readTextFile(
    address: RepositoryAddress,
    file: { readonly repository: string; readonly path: string },
  ): Promise<ObservedText | null>;
}

export interface PullRequestHead {
  /** The commit that the pull request would bring in. */
  readonly headOid: string;
  readonly isOpen: boolean;
  /** What it adds or changes; without what it removes. */
  readonly paths: ReadonlySet<string>;
}

/** Pull requests of the repository, those from forks too. */
export interface PullRequestReader {
  /** One call for each 100 files; null where it is gone or may not be read. */
  readHead(address: RepositoryAddress, number: number): Promise<PullRequestHead | null>;
  /** Blob ids of files at a commit that `readHead` named. */
  readFilesAt(
    address: RepositoryAddress,
    headOid: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, ObservedFile | null>>;
}

/** Pull requests that were asked for by hand, each from a branch of its own. */
export interface ProposalReader {
  /** "Ours" is what the holder of the credentials made. One call. */
  readProposal(address: RepositoryAddress, branch: string): Promise<ObservedBranchProposal>;
}

/** Who may do what, and what people did: asked only where a command needs it. */
export interface People {
  /** Remembered for 5 minutes at most. "none" for who is no user. */
  accessOf(address: RepositoryAddress, login: string): Promise<Access>;
  /** What people changed in these issues at or after an instant, the App's own changes left out. */
  changesSince(
    address: RepositoryAddress,
    issueIds: readonly string[],
    since: Instant,
  ): Promise<readonly PersonsChange[]>;
  /**
   * Node ids of comments and opening texts written or edited at or after an instant that are worth
   * reading; bots' left out.
   */
  textsSince(
    address: RepositoryAddress,
    since: Instant,
    isWorthReading: (text: string) => boolean,
  ): Promise<readonly string[]>;
}

export interface ChangeApplier {
  /**
   * Performs one change. A text edit reads the text again just before and is not written when that
   * gives the same text. Throws `StaleHeadError` when the branch has moved, `RefusedError` when a
   * rule of the repository forbids the write.
   */
  apply(address: RepositoryAddress, change: Change): Promise<Applied>;
}

export interface InstalledRepository extends RepositoryAddress {
  /** GitHub's number of it, which outlives a change of its name. */
  readonly id: number;
  /** Of the last push or change of its settings. */
  readonly lastActiveAt: Instant;
}

export interface Installations {
  /** Every repository that any installation of the App can reach. */
  list(): AsyncIterable<InstalledRepository>;
  /** Those of one installation; none where it is gone or suspended. */
  listOf(installation: number): AsyncIterable<InstalledRepository>;
}

export interface Selections {
  /**
   * Whether someone chose the repositories of an installation, or all of an account came at once.
   * Remembered for a short time. Throws the errors of `errors.ts`.
   */
  selectionOf(installation: number): Promise<RepositorySelection>;
  /** The selection may have changed. */
  forget(installation: number): void;
}

export type RepositorySelection = "all" | "selected";

export interface Clock {
  now(): Instant;
}

/** What a job says of its end: nothing more to do, or something that must wait (a commit's interval). */
export type JobOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "later"; readonly milliseconds: number };

export type Job = (address: RepositoryAddress, hints: readonly Hint[]) => Promise<JobOutcome>;

export interface SyncQueue {
  /**
   * Adds hints to the repository's set, then makes sure that a job will run. At most one job runs
   * per repository; hints that arrive while it runs cause one more. Hints leave the set only after a
   * job that saw them has succeeded or was given up.
   */
  request(address: RepositoryAddress, hints: readonly Hint[]): Promise<void>;
  start(job: Job): void;
  /** Resolves when no job is waiting, running or due later. */
  idle(): Promise<void>;
  /** Takes no further job and resolves when the running ones have ended. */
  stop(): Promise<void>;
}

export interface QueueDepth {
  /** Repositories whose job runs, or would if there were more workers. */
  readonly due: number;
  /** Repositories that settle, wait for a commit's interval, or back off. */
  readonly later: number;
}

export interface MeasuredQueue extends SyncQueue {
  depth(): Promise<QueueDepth>;
}

/** Losing it costs a full read, nothing else. */
export interface RepositoryCache {
  load(address: RepositoryAddress): Promise<RepositoryMemory | null>;
  save(address: RepositoryAddress, memory: RepositoryMemory): Promise<void>;
  forget(address: RepositoryAddress): Promise<void>;
  loadBlob(oid: string): Promise<Uint8Array | null>;
  saveBlob(oid: string, bytes: Uint8Array): Promise<void>;
}

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
