/**
 * What the engine needs of the world: GitHub to read and write, a queue of requests, a cache, a
 * clock and a log. Adapters implement these; the engine knows no Octokit and no Redis.
 */
import type {
  Instant,
  ObservedFile,
  ObservedIssue,
  ObservedRepository,
  ObservedText,
} from "../domain/observation.ts";
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
}

export interface Reading {
  readonly repository: ObservedRepository;
  readonly issues: readonly ObservedIssue[];
  /** Asked for by number, but deleted, transferred or never an issue of this repository. */
  readonly gone: readonly number[];
  /** One entry for each path asked for; null where there is no such file. */
  readonly files: ReadonlyMap<string, ObservedFile | null>;
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
  /** The exact bytes of a blob. */
  readBlob(address: RepositoryAddress, oid: string): Promise<Uint8Array>;
  /**
   * A file on the default branch of any repository ("owner/name") that this installation may read; null
   * where there is none, where it is no regular text file, and where it may not be read. One call.
   */
  readTextFile(
    address: RepositoryAddress,
    file: { readonly repository: string; readonly path: string },
  ): Promise<ObservedText | null>;
}

export interface ChangeApplier {
  /**
   * Performs one change. A text edit reads the text again just before and is not written when that
   * gives the same text. Throws `StaleHeadError` when the branch has moved, `RefusedError` when a
   * rule of the repository forbids the write.
   */
  apply(address: RepositoryAddress, change: Change): Promise<Applied>;
}

export interface Installations {
  /** Every repository that any installation of the App can reach. */
  list(): AsyncIterable<RepositoryAddress>;
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
