/**
 * BullMQ keeps the schedule, and gives each run to one worker of all; if that worker dies, to another. One
 * run at a time among all processes, of whatever name.
 */
import { Queue, Worker } from "bullmq";
import type { Log } from "../../engine/ports.ts";
import type { Repetition } from "../repetition.ts";
import { closeWorker } from "./close-worker.ts";
import { logNewErrors, type RedisConnections } from "./connect-redis.ts";

export interface RedisRepetitionOptions {
  readonly redis: RedisConnections;
  readonly log: Log;
  /** Of all keys in Redis. */
  readonly prefix?: string;
  /** How often an idle worker asks for work, in case nobody woke it. */
  readonly idleSeconds?: number;
}

const queueName = "repetition";

export function createRedisRepetition({
  redis,
  log,
  prefix = "milepost",
  idleSeconds = 5,
}: RedisRepetitionOptions): Repetition {
  const runs = new Map<string, () => Promise<void>>();
  const streams = { events: { maxLen: 100 } };
  const queue = new Queue(queueName, { connection: redis.commands, prefix, streams });
  queue.on("error", (error) =>
    log.warn({ err: error }, "asking for a repeated task met a problem"),
  );
  let worker: Worker | null = null;

  /** A name that only another release knows is none of ours. */
  async function runLogged(name: string): Promise<void> {
    try {
      await runs.get(name)?.();
    } catch (error) {
      log.error({ err: error, name }, "a repeated task failed; it runs again in its time");
    }
  }

  function createWorker(): Worker {
    const connection = redis.worker;
    const settings = { connection, prefix, drainDelay: idleSeconds };
    const created = new Worker(queueName, ({ name }) => runLogged(name), settings);
    created.on("error", logNewErrors(connection, log, "a worker met a problem"));
    return created;
  }

  return {
    async repeat(name, everyMilliseconds, run) {
      runs.set(name, run);
      await queue.setGlobalConcurrency(1);
      const first = Date.now() + everyMilliseconds;
      await queue.upsertJobScheduler(
        name,
        { every: everyMilliseconds, startDate: first },
        { name, opts: { removeOnComplete: true, removeOnFail: true } },
      );
      worker ??= createWorker();
    },
    async stop() {
      if (worker) await closeWorker(worker, redis.worker);
    },
  };
}
