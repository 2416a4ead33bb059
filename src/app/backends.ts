/** What a server asks of where its queue and its cache live. */
import type { MemoryQueueOptions } from "../backends/memory/memory-queue.ts";
import type { Repetition } from "../backends/repetition.ts";
import type { MeasuredQueue, RepositoryCache } from "../engine/ports.ts";
import type { PacingSettings } from "../github/pacing.ts";

export interface Backends extends Pick<PacingSettings, "takeTurn"> {
  readonly queue: MeasuredQueue;
  readonly cache: RepositoryCache;
  readonly repetition: Repetition;
  /** What is requested outlives this process. */
  readonly isDurable: boolean;
  /** True for one process of all that ask for `name` within so many milliseconds. */
  claim(name: string, milliseconds: number): Promise<boolean>;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

export interface BackendOptions
  extends Pick<
    MemoryQueueOptions,
    "settleMilliseconds" | "settleAtMostMilliseconds" | "concurrency" | "retryMilliseconds"
  > {
  readonly redisUrl?: string;
  readonly writeIntervalMilliseconds?: number;
}

/** Options that were left out must not hide the queue's own defaults. */
export function queueSettings(options: BackendOptions) {
  const { settleMilliseconds, settleAtMostMilliseconds, concurrency, retryMilliseconds } = options;
  const all = { settleMilliseconds, settleAtMostMilliseconds, concurrency, retryMilliseconds };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
