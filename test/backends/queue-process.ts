/**
 * A worker in a process of its own, to be killed or frozen. It writes what its jobs do into a list in
 * Redis, which so has one order for all workers. Its one argument is `QueueProcessOptions` as JSON.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { connectRedis } from "../../src/backends/redis/connect-redis.ts";
import { createRedisQueue } from "../../src/backends/redis/redis-queue.ts";
import { RetryableError } from "../../src/engine/errors.ts";
import type { Hint } from "../../src/engine/hint.ts";
import type { JobOutcome } from "../../src/engine/ports.ts";

export interface QueueProcessOptions {
  readonly url: string;
  readonly prefix: string;
  readonly worker: string;
  readonly lockMilliseconds: number;
  /** How its jobs end: as chance has it, or only when it is told to by the list "go". */
  readonly jobs: "random" | "on-demand";
}

export interface JournalLine {
  readonly what: "begin" | "success" | "failure";
  readonly worker: string;
  readonly repository: string;
  readonly hints: readonly Hint[];
}

const options: QueueProcessOptions = JSON.parse(process.argv[2] ?? "");
const log = {
  debug() {},
  info() {},
  warn: (_fields: object, message: string) => warn(message),
  error() {},
};
const redis = connectRedis(options.url, log);
const waiting = redis.commands.duplicate();
const queue = createRedisQueue({
  ...{ redis, log, prefix: options.prefix, lockMilliseconds: options.lockMilliseconds },
  ...{ settleMilliseconds: 5, settleAtMostMilliseconds: 20, retryMilliseconds: [20, 50] },
});

queue.start(async ({ name }, hints) => {
  await note("begin", name, hints);
  const outcome = await (options.jobs === "random" ? endAtRandom(name, hints) : endOnDemand());
  await note("success", name, hints);
  return outcome;
});

async function endOnDemand(): Promise<JobOutcome> {
  await waiting.blpop(`${options.prefix}:go`, 0);
  return { kind: "done" };
}

async function endAtRandom(name: string, hints: readonly Hint[]): Promise<JobOutcome> {
  await sleep(Math.random() * 30);
  const chance = Math.random();
  if (chance < 0.15) {
    await note("failure", name, hints);
    throw new RetryableError("chance");
  }
  return chance < 0.3 ? { kind: "later", milliseconds: 30 } : { kind: "done" };
}

function warn(message: string): void {
  void redis.commands.rpush(`${options.prefix}:warnings`, message);
}

async function note(what: JournalLine["what"], repository: string, hints: readonly Hint[]) {
  const line: JournalLine = { what, worker: options.worker, repository, hints };
  await redis.commands.rpush(`${options.prefix}:journal`, JSON.stringify(line));
}
