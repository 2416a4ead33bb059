/**
 * When to look for what was missed: at the start, on a schedule, and when an installation comes back. At
 * the start one of several processes does it for all, and the schedule is theirs together.
 */
import { addMinutes } from "../domain/calendar.ts";
import type { Hint } from "../engine/hint.ts";
import type { Clock, Installations, Log } from "../engine/ports.ts";
import type { DeliveryLog } from "../github/delivery-log.ts";
import type { Backends } from "./backends.ts";
import { deliveryLogDays, findMissedDeliveries } from "./missed-deliveries.ts";
import { resync } from "./resync.ts";
import { untilEnded } from "./until-ended.ts";

export interface CatchUpOptions {
  readonly backends: Pick<Backends, "queue" | "repetition" | "claim">;
  readonly installations: Installations;
  readonly deliveries: DeliveryLog;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly everyMilliseconds: number;
}

export interface CatchUp {
  /** Resolves when the first resync is under way or left to another process. */
  start(): Promise<void>;
  syncInstallation(installation: number, cause: Hint): void;
  /** Resolves when nothing is left to be requested. Never rejects. */
  settled(): Promise<void>;
}

/** Processes that start together, as in a deployment, are one start. */
const startMilliseconds = 10 * 60_000;
const startSpacingMilliseconds = 20;
const longestSpacingMilliseconds = 1_000;

export function createCatchUp(options: CatchUpOptions): CatchUp {
  const { backends, installations, log, signal, everyMilliseconds } = options;
  const running = new Set<Promise<void>>();
  const lookFor = createSearch(options);

  function inBackground(task: Promise<void>): void {
    const logged = task
      .catch((error: unknown) =>
        log.error({ err: error }, "what was missed could not be asked for"),
      )
      .finally(() => running.delete(logged));
    running.add(logged);
  }

  return {
    async start() {
      await backends.repetition.repeat("resync", everyMilliseconds, () =>
        lookFor((count) => spread(everyMilliseconds, count)),
      );
      const milliseconds = Math.min(startMilliseconds, everyMilliseconds);
      if (!(await backends.claim("start", milliseconds))) {
        log.info({}, "another process has just looked for what was missed");
        return;
      }
      inBackground(lookFor(() => startSpacingMilliseconds));
    },
    syncInstallation(installation, cause) {
      const all = { list: () => installations.listOf(installation) };
      inBackground(
        resync({ ...options, queue: withCause(backends.queue, cause), installations: all, signal }),
      );
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Over half of the period at most, so that the next begins when this one has long ended. */
function spread(everyMilliseconds: number, repositories: number): number {
  return Math.min(longestSpacingMilliseconds, everyMilliseconds / 2 / Math.max(repositories, 1));
}

function withCause(
  queue: Backends["queue"],
  cause: Hint,
): Pick<Backends["queue"], "request" | "depth"> {
  return {
    depth: () => queue.depth(),
    request: (address, hints) => queue.request(address, [...hints, cause]),
  };
}

/** Deliveries may fail a little after they were sent. */
const overlapMinutes = 10;

function createSearch({ backends, installations, deliveries, clock, log, signal }: CatchUpOptions) {
  let since = addMinutes(clock.now(), -deliveryLogDays * 24 * 60);
  return async (spacingMilliseconds: (repositories: number) => number): Promise<void> => {
    const begun = clock.now();
    const urgent = await untilEnded(findMissedDeliveries(deliveries, since, log), signal);
    if (urgent === null) return;
    since = addMinutes(begun, -overlapMinutes);
    const { queue } = backends;
    await resync({ installations, queue, log, signal, urgent, spacingMilliseconds });
  };
}
