/**
 * Trouble on demand, as tests ask for it: answers that fail or get lost, slow and dropped
 * connections, rate limits, webhooks that go astray, and hooks that act between a read and a write.
 * Every fault strikes "next" only, unless a schedule says otherwise, and can be removed and counted.
 */
import type { SandboxClock } from "../sandbox-clock.ts";
import type { CallFaults } from "./call-faults.ts";
import type { CallMatch } from "./call-match.ts";
import type { DeliveryFaults, DeliveryMatch } from "./delivery-faults.ts";
import type { Fault, Schedule } from "./schedule.ts";

export interface Failure {
  readonly status: 500 | 502 | 503 | 504;
  /** Whether the call took effect before its answer was lost; false unless given. */
  readonly performed?: boolean;
}

export type LimitInput =
  | {
      readonly kind: "primary";
      /** `x-ratelimit-reset`, seconds since 1970; an hour of the sandbox's clock unless given. */
      readonly reset?: number;
    }
  | {
      readonly kind: "secondary";
      /** 403 unless given. */
      readonly status?: 403 | 429;
      /** `retry-after`; 60 unless given. */
      readonly retryAfterSeconds?: number;
    };

/** A fault that keeps calls waiting until the test lets them go. */
export interface Hold extends Fault {
  /** Lets go of every call kept waiting, and keeps no more. */
  release(): void;
}

export interface Faults {
  /** Answers with a server error, before or after the call took effect. */
  fail(match: CallMatch, failure: Failure, schedule?: Schedule): Fault;
  /** Performs the call so many milliseconds later, by the sandbox's scheduler. */
  delay(match: CallMatch, milliseconds: number, schedule?: Schedule): Fault;
  /** Keeps calls unperformed until `release`. */
  hold(match: CallMatch, schedule?: Schedule): Hold;
  /** Cuts the connection without an answer, before or after the call took effect. */
  drop(match: CallMatch, when: "before" | "after", schedule?: Schedule): Fault;
  /** Refuses the call as GitHub does when a rate limit is exceeded. */
  limit(match: CallMatch, limit: LimitInput, schedule?: Schedule): Fault;
  /** Runs a function just before a call is performed; nothing else happens in between. */
  before(match: CallMatch, run: () => void, schedule?: Schedule): Fault;
  /** A lost delivery is not in GitHub's log, unless it was attempted and nobody answered. */
  loseDeliveries(match: DeliveryMatch, schedule?: Schedule, how?: { attempted: boolean }): Fault;
  /** Delivers twice under one id. */
  doubleDeliveries(match: DeliveryMatch, schedule?: Schedule): Fault;
  /** Holds a delivery back until `by` later ones to the same App have overtaken it, or `remove`. */
  delayDeliveries(match: DeliveryMatch, by: number, schedule?: Schedule): Fault;
  /** Sends the next `of` deliveries last one first; with "always", each group of so many. */
  reorderDeliveries(match: DeliveryMatch, of: number, schedule?: Schedule): Fault;
  /** Removes every fault. */
  clear(): void;
}

/** The faults of one sandbox. */
export function faultControls(
  calls: CallFaults,
  deliveries: DeliveryFaults,
  clock: SandboxClock,
): Faults {
  return {
    fail: (match, { status, performed = false }, schedule = "next") =>
      calls.add(match, { kind: "answer", status, isPerformed: performed }, schedule),
    delay: (match, milliseconds, schedule = "next") =>
      calls.add(match, { kind: "wait", until: milliseconds }, schedule),
    hold: (match, schedule = "next") => hold(calls, match, schedule),
    drop: (match, when, schedule = "next") =>
      calls.add(match, { kind: "drop", isPerformed: when === "after" }, schedule),
    limit: (match, limit, schedule = "next") =>
      calls.add(match, { kind: "limit", isPerformed: false, ...refusalOf(limit, clock) }, schedule),
    before: (match, run, schedule = "next") => calls.add(match, { kind: "hook", run }, schedule),
    loseDeliveries: (match, schedule = "next", how = { attempted: false }) =>
      deliveries.add(match, { kind: "lose", isAttempted: how.attempted }, schedule),
    doubleDeliveries: (match, schedule = "next") =>
      deliveries.add(match, { kind: "double" }, schedule),
    delayDeliveries: (match, by, schedule = "next") =>
      deliveries.add(match, { kind: "delay", by }, schedule),
    reorderDeliveries: (match, of, schedule = { times: of }) =>
      deliveries.add(match, { kind: "reorder", of }, schedule),
    clear: () => {
      calls.clear();
      deliveries.clear();
    },
  };
}

function hold(calls: CallFaults, match: CallMatch, schedule: Schedule): Hold {
  const { promise, resolve } = Promise.withResolvers<void>();
  const fault = calls.add(match, { kind: "wait", until: promise, letGo: resolve }, schedule);
  return {
    get seen() {
      return fault.seen;
    },
    get struck() {
      return fault.struck;
    },
    remove: fault.remove,
    release: fault.remove,
  };
}

function refusalOf(limit: LimitInput, clock: SandboxClock) {
  if (limit.kind === "secondary") {
    const { status = 403, retryAfterSeconds = 60 } = limit;
    return { refusal: { kind: "secondary", status, retryAfter: retryAfterSeconds } as const };
  }
  const reset = limit.reset ?? Math.floor(clock.now().getTime() / 1000) + 3600;
  return { refusal: { kind: "primary", reset } as const };
}
