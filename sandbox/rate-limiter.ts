/**
 * Counts what each installation has used of its hourly 5,000 and says so in headers. It never
 * refuses: sandbox time stands still between changes, so an hour may never end.
 */
import type { SandboxClock } from "./sandbox-clock.ts";

export interface RateUse {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970, of the sandbox's clock. */
  readonly reset: number;
}

export type RateResource = "core" | "graphql";

const LIMIT = 5000;
const HOUR_SECONDS = 3600;

export class RateLimiter {
  readonly #clock: SandboxClock;
  readonly #windows = new Map<string, { used: number; reset: number }>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Books points for a caller and returns the use after them. */
  spend(caller: string, resource: RateResource, points: number): RateUse {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    const key = `${resource} ${caller}`;
    const known = this.#windows.get(key);
    const window =
      known !== undefined && known.reset > now ? known : { used: 0, reset: now + HOUR_SECONDS };
    window.used += points;
    this.#windows.set(key, window);
    const remaining = Math.max(0, LIMIT - window.used);
    return { limit: LIMIT, used: window.used, remaining, reset: window.reset };
  }
}
