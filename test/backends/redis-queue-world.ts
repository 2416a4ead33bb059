/**
 * The queue in Redis under a clock of its own: `Date` stands still and moves when a test says so, while
 * everything else takes the time it takes.
 */
import { mock } from "node:test";
import { Queue } from "bullmq";
import { connectRedis } from "../../src/backends/redis/connect-redis.ts";
import { createRedisQueue } from "../../src/backends/redis/redis-queue.ts";
import { syncQueueName } from "../../src/backends/redis/wake-ups.ts";
import type { SyncQueue } from "../../src/engine/ports.ts";
import { contractOptions, type QueueUnderTest } from "./queue-contract.ts";

const never = 1_000_000_000;

let worlds = 0;

/** `Date` must be faked, and nothing else. */
export function createRedisWorld(url: string): QueueUnderTest {
  worlds += 1;
  const prefix = `world-${worlds}`;
  const warnings: string[] = [];
  const errors: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn: (_fields: object, message: string) => warnings.push(message),
    error: (_fields: object, message: string) => errors.push(message),
  };
  const redis = connectRedis(url, log);
  // A clock that stands still renews no lease, and one that leaps would sweep.
  const durable = { lockMilliseconds: never, sweepMilliseconds: never };
  const inner = createRedisQueue({ ...contractOptions, ...durable, redis, log, prefix });
  const wakeUps = new Queue(syncQueueName, { connection: redis.commands, prefix });
  let running = 0;
  let isStopped = false;

  const queue: SyncQueue = {
    ...{ request: inner.request.bind(inner), idle: inner.idle.bind(inner) },
    start: (job) =>
      inner.start(async (address, hints) => {
        running += 1;
        try {
          return await job(address, hints);
        } finally {
          running -= 1;
        }
      }),
    stop() {
      isStopped = true;
      return inner.stop();
    },
  };

  /** Each repository that wants something: its due time, or null while it runs. */
  async function readDues(): Promise<(number | null)[]> {
    const pending = await redis.commands.zrange(`${prefix}:pending`, "0", "-1");
    const states = pending.map((key) =>
      redis.commands.hmget(`${prefix}:repository:${key}`, "state", "due"),
    );
    return (await Promise.all(states)).map(([state, due]) =>
      state === "running" ? null : Number(due),
    );
  }

  async function isQuiet(): Promise<boolean> {
    const dues = await readDues();
    if (dues.filter((due) => due === null).length !== running) return false;
    const isBusy = isStopped || running === contractOptions.concurrency;
    return isBusy || dues.every((due) => due === null || due > Date.now());
  }

  /** Workers sleep by the real clock, so they are woken for a repository that nobody knows. */
  async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    while (!(await isQuiet())) {
      if (!isStopped) await wakeUps.add("nobody/knows", null, { removeOnComplete: true });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async function nextDue(until: number): Promise<number> {
    const dues = await readDues();
    return Math.min(until, ...dues.filter((due) => due !== null && due > Date.now()).map(Number));
  }

  async function advance(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    await settle();
    while (Date.now() < until) {
      mock.timers.setTime(await nextDue(until));
      await settle();
    }
  }

  return { queue, advance, warnings, errors, close: () => redis.close() };
}
