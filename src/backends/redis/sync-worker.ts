/**
 * What a worker does when it is woken for a repository: takes what is wanted, runs the engine's job,
 * says how it ended, and puts the wake-up off where more is due.
 */
import { randomUUID } from "node:crypto";
import { DelayedError, type Job as WakeUp } from "bullmq";
import type { Redis } from "ioredis";
import type { Job, Log } from "../../engine/ports.ts";
import { judgeFailure, waitAfter } from "../judge-failure.ts";
import type { End, SyncRequests, Taken } from "./sync-requests.ts";
import type { WakeUps } from "./wake-ups.ts";

export interface SyncWorkerOptions {
  readonly redis: Redis;
  readonly requests: SyncRequests;
  readonly wakeUps: WakeUps;
  readonly retryMilliseconds: readonly number[];
  readonly log: Log;
  readonly isStopping: () => boolean;
}

/** How long a wake-up is put off that comes while this process can't run it. */
const pauseMilliseconds = 1_000;

export class SyncWorker {
  readonly #options: SyncWorkerOptions;
  readonly #job: Job;
  readonly #running = new Set<string>();

  constructor(options: SyncWorkerOptions, job: Job) {
    this.#options = options;
    this.#job = job;
  }

  /** Ends when the repository wants nothing more, and throws `DelayedError` where the wake-up is put off. */
  async wakeFor(wakeUp: WakeUp, lock: string | undefined): Promise<void> {
    const { redis, requests, isStopping } = this.#options;
    const repository = wakeUp.name;
    // A process that was asleep for longer than its lease can be given what it is still running.
    if (this.#running.has(repository) || isStopping()) return pause(wakeUp, lock);
    const run = randomUUID();
    const taking = await requests.take(redis, repository, run);
    if (taking.kind === "nothing") return;
    if (taking.kind === "early") return this.#putOff(wakeUp, lock, taking.due);
    const next = await requests.end(redis, repository, run, await this.#run(repository, taking));
    if (typeof next === "number") return this.#putOff(wakeUp, lock, next);
    if (next === "taken over") {
      const { log } = this.#options;
      log.warn(
        { repository },
        "the sync took longer than its lease: another worker has begun anew",
      );
    }
  }

  async #run(repository: string, taken: Taken): Promise<End> {
    const { retryMilliseconds, log } = this.#options;
    if (taken.deaths > 0)
      log.warn({ repository }, "a worker died in the sync before: it begins anew");
    if (taken.deaths > 1) return this.#spareTheWorkers(repository, taken.deaths);
    this.#running.add(repository);
    try {
      return await this.#job(taken.address, taken.hints);
    } catch (error) {
      const { hints, failures } = taken;
      const failed = { repository, hints, error, failures };
      const milliseconds = judgeFailure(failed, retryMilliseconds, log);
      return milliseconds === null ? { kind: "done" } : { kind: "retry", milliseconds };
    } finally {
      this.#running.delete(repository);
    }
  }

  /** One repository that kills its worker each time must not take down all of them, one by one. */
  #spareTheWorkers(repository: string, deaths: number): End {
    const { retryMilliseconds, log } = this.#options;
    const milliseconds = waitAfter(deaths - 2, retryMilliseconds);
    const message = "workers died while they synced this repository: it waits before the next try";
    log.error({ repository, deaths, milliseconds }, message);
    return { kind: "retry", milliseconds };
  }

  /** What was wanted sooner meanwhile came before the wake-up was put off, so it is looked for after. */
  async #putOff(wakeUp: WakeUp, lock: string | undefined, until: number): Promise<never> {
    const { redis, requests, wakeUps } = this.#options;
    await wakeUp.moveToDelayed(until, lock);
    const due = await requests.dueOf(redis, wakeUp.name);
    if (due !== null && due < until) await wakeUps.wake(wakeUp.name, due);
    throw new DelayedError();
  }
}

async function pause(wakeUp: WakeUp, lock: string | undefined): Promise<never> {
  await wakeUp.moveToDelayed(Date.now() + pauseMilliseconds, lock);
  throw new DelayedError();
}
