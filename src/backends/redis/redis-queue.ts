/**
 * The queue of many processes. What is wanted is in Redis (`sync-requests.ts`), and no job runs without
 * it; BullMQ (`wake-ups.ts`) wakes one worker of all for it, and holds that worker's lease. So at most
 * one job runs per repository, except past an expired lease.
 *
 * Races, and what decides them. A request while a job runs is seen when that job ends. One between that
 * and the end of the wake-up is kept by BullMQ, and wakes a worker again. One while a wake-up is put off
 * is looked for right after. One whose process dies before it has woken anybody is found by the sweep,
 * as is one whose wake-up was lost. A worker that dies loses its lease, and BullMQ wakes another.
 */
import { Worker } from "bullmq";
import type { Hint } from "../../engine/hint.ts";
import type { Job, Log, MeasuredQueue, QueueDepth, RepositoryAddress } from "../../engine/ports.ts";
import { defaultRetries } from "../judge-failure.ts";
import { repositoryKey } from "../repository-key.ts";
import { closeWorker } from "./close-worker.ts";
import { logNewErrors, type RedisConnections } from "./connect-redis.ts";
import { SyncRequests } from "./sync-requests.ts";
import { SyncWorker } from "./sync-worker.ts";
import { createWakeUps, syncQueueName, type WakeUps } from "./wake-ups.ts";

export interface RedisQueueOptions {
  readonly redis: RedisConnections;
  readonly log: Log;
  /** Of all keys in Redis. */
  readonly prefix?: string;
  /** One action of a person sends up to four webhooks: wait this long after the last… */
  readonly settleMilliseconds?: number;
  /** …but no longer than this after the first. */
  readonly settleAtMostMilliseconds?: number;
  /** Jobs at once in this process, of different repositories. */
  readonly concurrency?: number;
  /** Waits before the second try, the third, …; the last one before every further try. */
  readonly retryMilliseconds?: readonly number[];
  /** A worker that is silent for this long counts as dead: longer than any pause of its event loop. */
  readonly lockMilliseconds?: number;
  /** How often an idle worker asks for work, in case nobody woke it. */
  readonly idleSeconds?: number;
  /** How often to look for repositories that nobody was woken for, and how long they may wait before. */
  readonly sweepMilliseconds?: number;
}

/** How often `idle` asks. */
const idleMilliseconds = 50;

export function createRedisQueue(options: RedisQueueOptions): MeasuredQueue {
  return new RedisQueue({
    prefix: "milepost",
    settleMilliseconds: 200,
    settleAtMostMilliseconds: 2_000,
    concurrency: 4,
    retryMilliseconds: defaultRetries,
    lockMilliseconds: 5_000,
    idleSeconds: 5,
    sweepMilliseconds: 30_000,
    ...options,
  });
}

/** A job that is just being put off has none any more, and one that was taken over says so itself. */
function isLeaseOver({ message }: Error): boolean {
  return /^(?:could not renew lock|Missing lock for job)\b/.test(message);
}

class RedisQueue implements MeasuredQueue {
  readonly #options: Required<RedisQueueOptions>;
  readonly #requests: SyncRequests;
  readonly #wakeUps: WakeUps;
  #worker: Worker | null = null;
  #sweep: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: Required<RedisQueueOptions>) {
    this.#options = options;
    this.#requests = new SyncRequests(options.prefix, options);
    this.#wakeUps = createWakeUps(options.redis.commands, options.prefix, options.log);
  }

  /** After `stop` too: what this process is told, another one does. */
  async request(address: RepositoryAddress, hints: readonly Hint[]): Promise<void> {
    const due = await this.#requests.add(this.#options.redis.commands, address, hints);
    if (due !== null) await this.#wakeUps.wake(repositoryKey(address), due);
  }

  start(job: Job): void {
    const { redis, log, prefix, concurrency, lockMilliseconds, idleSeconds, sweepMilliseconds } =
      this.#options;
    const syncs = new SyncWorker(
      {
        ...this.#options,
        redis: redis.worker,
        requests: this.#requests,
        wakeUps: this.#wakeUps,
        isStopping: () => this.#isStopped,
      },
      job,
    );
    this.#worker = new Worker(syncQueueName, (wakeUp, lock) => syncs.wakeFor(wakeUp, lock), {
      connection: redis.worker,
      prefix,
      concurrency,
      drainDelay: idleSeconds,
      lockDuration: lockMilliseconds,
      stalledInterval: lockMilliseconds / 2,
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    });
    const logProblem = logNewErrors(redis.worker, log, "a worker met a problem");
    this.#worker.on("error", (error) => {
      if (isLeaseOver(error)) log.warn({ err: error }, "a lease was over before its job had ended");
      else logProblem(error);
    });
    this.#sweep = setInterval(() => void this.#wakeOverdue(), sweepMilliseconds).unref();
    void this.#wakeOverdue();
  }

  async idle(): Promise<void> {
    while (!this.#isStopped && (await this.#requests.count(this.#options.redis.commands)) > 0) {
      await new Promise((resolve) => setTimeout(resolve, idleMilliseconds));
    }
  }

  depth(): Promise<QueueDepth> {
    return this.#requests.depth(this.#options.redis.commands);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#sweep);
    if (this.#worker) await closeWorker(this.#worker, this.#options.redis.worker);
  }

  async #wakeOverdue(): Promise<void> {
    const { redis, log, sweepMilliseconds } = this.#options;
    try {
      const before = Date.now() - sweepMilliseconds;
      const overdue = await this.#requests.overdue(redis.worker, before);
      for (const repository of overdue) await this.#wakeUps.wake(repository, Date.now());
    } catch (error) {
      log.warn({ err: error }, "could not look for repositories that wait too long");
    }
  }
}
