/**
 * Counts what each installation has used of its hourly points and says so in headers. It refuses
 * only when told to enforce: sandbox time stands still between changes, so an hour may never end.
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

/** Why a call is refused: the hour is used up, or too much content was made in a minute. */
export type RateRefusal =
  | { readonly kind: "primary"; readonly reset: number }
  | { readonly kind: "secondary"; readonly status: 403 | 429; readonly retryAfter: number };

export interface RateLimits {
  /** Primary limit per caller and resource; 5,000 unless given. */
  readonly pointsPerHour?: number;
  /** Secondary limit on calls that write; 80 unless given. */
  readonly writesPerMinute?: number;
}

const POINTS_PER_HOUR = 5000;
const WRITES_PER_MINUTE = 80;
const HOUR_SECONDS = 3600;
const MINUTE_SECONDS = 60;

export class RateLimiter {
  readonly #clock: SandboxClock;
  readonly #limit: number;
  readonly #writesPerMinute: number;
  readonly #isEnforced: boolean;
  readonly #windows = new Map<string, { used: number; reset: number }>();
  /** Times of each caller's writes within the last minute, in seconds. */
  readonly #writes = new Map<string, number[]>();

  /** With `limits` given, calls beyond them are refused. */
  constructor(clock: SandboxClock, limits?: RateLimits) {
    this.#clock = clock;
    this.#isEnforced = limits !== undefined;
    this.#limit = limits?.pointsPerHour ?? POINTS_PER_HOUR;
    this.#writesPerMinute = limits?.writesPerMinute ?? WRITES_PER_MINUTE;
  }

  /** Books points for a caller and returns the use after them. */
  spend(caller: string, resource: RateResource, points: number): RateUse {
    const key = `${resource} ${caller}`;
    const window = this.#window(key);
    window.used += points;
    this.#windows.set(key, window);
    const remaining = Math.max(0, this.#limit - window.used);
    return { limit: this.#limit, used: window.used, remaining, reset: window.reset };
  }

  /** The refusal of a caller's next call, if limits are enforced; a write that passes is booked. */
  refusal(caller: string, resource: RateResource, isWrite: boolean): RateRefusal | undefined {
    if (!this.#isEnforced) return undefined;
    const window = this.#window(`${resource} ${caller}`);
    if (window.used >= this.#limit) return { kind: "primary", reset: window.reset };
    return isWrite ? this.#bookWrite(caller) : undefined;
  }

  #bookWrite(caller: string): RateRefusal | undefined {
    const now = this.#seconds();
    const earlier = this.#writes.get(caller) ?? [];
    const recent = earlier.filter((at) => at > now - MINUTE_SECONDS);
    const [oldest = now] = recent;
    if (recent.length >= this.#writesPerMinute) {
      return { kind: "secondary", status: 403, retryAfter: oldest + MINUTE_SECONDS - now };
    }
    this.#writes.set(caller, [...recent, now]);
    return undefined;
  }

  #window(key: string): { used: number; reset: number } {
    const now = this.#seconds();
    const known = this.#windows.get(key);
    return known !== undefined && known.reset > now
      ? known
      : { used: 0, reset: now + HOUR_SECONDS };
  }

  #seconds(): number {
    return Math.floor(this.#clock.now().getTime() / 1000);
  }
}
