/**
 * Asks for a full sync of every repository that the App can reach. Where the list breaks off it is read
 * again after a while: nobody else would tell of the repositories that are missing.
 */
import { setTimeout as wait } from "node:timers/promises";
import { RetryableError } from "../engine/errors.ts";
import type { Installations, Log, RepositoryAddress, SyncQueue } from "../engine/ports.ts";

export interface RequestAllOptions {
  readonly installations: Installations;
  readonly queue: SyncQueue;
  readonly log: Log;
  /** Ends it, also while it waits. */
  readonly signal: AbortSignal;
  readonly retryMilliseconds?: number;
}

/** Resolves when all are requested, or it was ended, or the list is refused for good. Never rejects. */
export async function requestAll(options: RequestAllOptions): Promise<void> {
  const requested = new Set<string>();
  for (;;) {
    const pause = await requestListed(options, requested);
    if (pause === null) return;
    const isOver = await wait(pause, false, { signal: options.signal }).catch(() => true);
    if (isOver) return;
  }
}

/** Milliseconds to wait before another try; null when there is no more to do. */
async function requestListed(
  { installations, queue, log, signal, retryMilliseconds = 60_000 }: RequestAllOptions,
  requested: Set<string>,
): Promise<number | null> {
  try {
    for await (const address of installations.list()) {
      if (signal.aborted) return null;
      if (requested.has(keyOf(address))) continue;
      await queue.request(address, [{ kind: "everything" }]);
      requested.add(keyOf(address));
    }
    return null;
  } catch (error) {
    if (!(error instanceof RetryableError)) {
      const message = "the installations could not be listed; each syncs at its next event";
      log.error({ err: error }, message);
      return null;
    }
    const milliseconds = Math.max(retryMilliseconds, error.retryAfterMilliseconds ?? 0);
    log.warn({ err: error, milliseconds }, "the list of installations broke off: read again later");
    return milliseconds;
  }
}

function keyOf({ installation, owner, name }: RepositoryAddress): string {
  return `${installation}:${owner}/${name}`;
}
