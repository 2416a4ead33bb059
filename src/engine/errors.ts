/** What can go wrong at GitHub, by what the engine does about it. */

/** Worth another try: limits, 5xx, timeouts, dropped connections. */
export class RetryableError extends Error {
  override readonly name = "RetryableError";
  readonly retryAfterMilliseconds: number | null;

  constructor(message: string, retryAfterMilliseconds: number | null = null, cause?: unknown) {
    super(message, { cause });
    this.retryAfterMilliseconds = retryAfterMilliseconds;
  }
}

/** The branch has moved since it was read: read again and compute again. */
export class StaleHeadError extends Error {
  override readonly name = "StaleHeadError";
}

/** A rule of the repository forbids the write; the message is GitHub's own. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

/** The repository, or the App's access to it, is gone: nothing to do, and nothing to retry. */
export class GoneError extends Error {
  override readonly name = "GoneError";
}
