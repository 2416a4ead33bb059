/** Plays many seeds on all processors. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { RedisWorkerData } from "./redis/simulate-redis-worker.ts";
import type { SeedOrder, SeedResult } from "./simulate-worker.ts";

export interface SeedsOptions {
  readonly first: number;
  readonly count: number;
  /** Seeds that fail before it ends; all are played unless given. */
  readonly mostFailures?: number;
  /** Where another copy of this folder lies. */
  readonly folder?: URL;
  /** Worlds of several processes on this Redis, whose databases are all theirs. */
  readonly redisSocket?: string;
  readonly onPlayed?: (played: number, result: SeedResult) => void;
  readonly onFailed?: (failed: SeedResult) => void;
}

/** A Redis has so many unless it is told otherwise, and each thread takes one. */
const databases = 16;

/** Those that failed, in order. */
export async function playSeeds(options: SeedsOptions): Promise<readonly SeedResult[]> {
  const { first, count, mostFailures = Number.POSITIVE_INFINITY } = options;
  const failed: SeedResult[] = [];
  let next = first;
  let played = 0;

  function playInThread(thread: number): Promise<void> {
    const worker = openThread(options, thread);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sendNext = () => {
      if (next >= first + count || failed.length >= mostFailures) return resolve();
      worker.postMessage({ seed: next } satisfies SeedOrder);
      next += 1;
    };
    worker.on("message", (result: SeedResult) => {
      if (result.violations.length > 0) {
        failed.push(result);
        options.onFailed?.(result);
      }
      played += 1;
      options.onPlayed?.(played, result);
      sendNext();
    });
    worker.on("error", reject);
    sendNext();
    return promise.finally(() => worker.terminate());
  }

  const most = Math.min(availableParallelism(), count, databases);
  await Promise.all(Array.from({ length: most }, (_, thread) => playInThread(thread)));
  return failed.toSorted((a, b) => a.seed - b.seed);
}

function openThread(
  { folder = new URL(import.meta.url), redisSocket }: SeedsOptions,
  thread: number,
) {
  if (redisSocket === undefined) return new Worker(new URL("simulate-worker.ts", folder));
  const workerData: RedisWorkerData = { redisSocket, database: thread };
  return new Worker(new URL("redis/simulate-redis-worker.ts", folder), { workerData });
}
