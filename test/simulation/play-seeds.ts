/** Plays many seeds on all processors. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SeedOrder, SeedResult } from "./simulate-worker.ts";

export interface SeedsOptions {
  readonly first: number;
  readonly count: number;
  /** Looks where faults are known, too. */
  readonly isStrict?: boolean;
  /** Seeds that fail before it ends; all are played unless given. */
  readonly mostFailures?: number;
  /** Where another copy of this folder lies. */
  readonly folder?: URL;
  readonly onPlayed?: (played: number) => void;
  readonly onFailed?: (failed: SeedResult) => void;
}

/** Those that failed, in order. */
export async function playSeeds(options: SeedsOptions): Promise<readonly SeedResult[]> {
  const { first, count, isStrict = false, mostFailures = Number.POSITIVE_INFINITY } = options;
  const failed: SeedResult[] = [];
  let next = first;
  let played = 0;

  function playInThread(): Promise<void> {
    const script = new URL("simulate-worker.ts", options.folder ?? import.meta.url);
    const worker = new Worker(script);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sendNext = () => {
      if (next >= first + count || failed.length >= mostFailures) return resolve();
      worker.postMessage({ seed: next, isStrict } satisfies SeedOrder);
      next += 1;
    };
    worker.on("message", (result: SeedResult) => {
      if (result.violations.length > 0) {
        failed.push(result);
        options.onFailed?.(result);
      }
      played += 1;
      options.onPlayed?.(played);
      sendNext();
    });
    worker.on("error", reject);
    sendNext();
    return promise.finally(() => worker.terminate());
  }

  const threads = Array.from({ length: availableParallelism() }, playInThread);
  await Promise.all(threads);
  return failed.toSorted((a, b) => a.seed - b.seed);
}
