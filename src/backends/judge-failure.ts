/** What a failed job means for its repository: another try, or none. The same for every queue. */
import { GoneError, RetryableError } from "../engine/errors.ts";
import type { Hint } from "../engine/hint.ts";
import { causesOf } from "../engine/logging.ts";
import type { Log } from "../engine/ports.ts";

/** Waits in milliseconds before the second try, the third, …; the last one before every further try. */
export const defaultRetries: readonly number[] = [1_000, 5_000, 30_000, 120_000, 600_000];

export interface FailedJob {
  readonly repository: string;
  /** What it was asked for. */
  readonly hints: readonly Hint[];
  readonly error: unknown;
  /** How often in a row it had failed before. */
  readonly failures: number;
}

/** Logs the failure, and gives the milliseconds until the next try, or null where it is given up. */
export function judgeFailure(
  { repository, hints, error, failures }: FailedJob,
  retryMilliseconds: readonly number[],
  log: Log,
): number | null {
  const fields = { repository, ...causesOf(hints), err: error };
  if (error instanceof RetryableError) {
    const wait = waitAfter(failures, retryMilliseconds);
    const milliseconds = Math.max(wait, error.retryAfterMilliseconds ?? 0);
    log.warn({ ...fields, milliseconds }, "sync failed, will be tried again");
    return milliseconds;
  }
  if (error instanceof GoneError) log.info(fields, "nothing to sync: GitHub gives no access");
  else log.error(fields, "sync failed and was given up; the next event or restart syncs again");
  return null;
}

export function waitAfter(failures: number, retryMilliseconds: readonly number[]): number {
  return retryMilliseconds[failures] ?? retryMilliseconds.at(-1) ?? 0;
}
