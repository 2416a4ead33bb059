/**
 * `npm run bench:queue`: what the queues take and give in a second, and what more processes on one Redis
 * bring. Empty jobs show what the queue itself costs; jobs that wait 20 ms are like syncs, which mostly
 * wait for GitHub. Needs redis-server for all but the first lines; ends within a minute.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createMemoryQueue } from "../src/backends/memory/memory-queue.ts";
import { connectRedis } from "../src/backends/redis/connect-redis.ts";
import { createRedisQueue } from "../src/backends/redis/redis-queue.ts";
import type { SyncQueue } from "../src/engine/ports.ts";
import { howToInstallRedis, isRedisInstalled, startRedis } from "../test/backends/redis-server.ts";

const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const settleMilliseconds = 0;
const atOnce = 100;
const loads = [
  { what: "empty jobs", jobs: 4_000, milliseconds: 0 },
  { what: "jobs of 20 ms", jobs: 1_000, milliseconds: 20 },
];

const [url, milliseconds] = process.argv.slice(2);
if (url !== undefined) await work(url, Number(milliseconds));
else {
  await measureMemory();
  if (isRedisInstalled) await measureRedis();
  else console.log(howToInstallRedis);
}

async function measureMemory(): Promise<void> {
  const queue = createMemoryQueue({ log, settleMilliseconds });
  const accepted = await rateOf(20_000, () => requestAll(queue, 20_000, 20_000));
  queue.start(async () => ({ kind: "done" }));
  console.log(`In memory: ${accepted} requests/s of as many repositories.`);
  const done = await rateOf(20_000, async () => {
    await requestAll(queue, 20_000, 20_000);
    await queue.idle();
  });
  console.log(`In memory: ${done} empty jobs/s, requests included.`);
}

async function measureRedis(): Promise<void> {
  const server = await startRedis();
  const redis = connectRedis(server.url, log);
  const queue = createRedisQueue({ redis, log, settleMilliseconds });
  const different = await rateOf(5_000, () => requestAll(queue, 5_000, 5_000));
  console.log(`On Redis: ${different} requests/s of as many repositories.`);
  const same = await rateOf(20_000, () => requestAll(queue, 20_000, 1));
  console.log(`On Redis: ${same} requests/s of one repository.`);
  for (const { what, jobs, milliseconds } of loads) {
    let alone = 0;
    for (const processes of [1, 2, 4]) {
      await redis.commands.flushall();
      await requestAll(queue, jobs, jobs);
      const workers = await startWorkers(server.url, processes, milliseconds);
      const rate = await rateOf(jobs, async () => {
        for (const worker of workers) worker.send("go");
        await queue.idle();
      });
      alone ||= rate;
      const ratio = (rate / alone).toFixed(2);
      console.log(
        `On Redis, processes: ${processes}: ${rate} ${what}/s, ${ratio} times one process.`,
      );
      await Promise.all(workers.map(endOf));
    }
  }
  await queue.stop();
  await redis.close();
  await server.stop();
}

/** In groups, as webhooks come in over several connections. */
async function requestAll(queue: SyncQueue, requests: number, repositories: number) {
  for (let first = 0; first < requests; first += atOnce) {
    const group = Array.from({ length: atOnce }, (_, index) => {
      const name = `r${(first + index) % repositories}`;
      return queue.request({ installation: 1, owner: "example", name }, [{ kind: "delta" }]);
    });
    await Promise.all(group);
  }
}

async function rateOf(count: number, act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return Math.round((count / (performance.now() - start)) * 1_000);
}

async function startWorkers(url: string, count: number, milliseconds: number) {
  const script = fileURLToPath(import.meta.url);
  const workers = Array.from({ length: count }, () => fork(script, [url, String(milliseconds)]));
  await Promise.all(workers.map((worker) => once(worker, "message")));
  return workers;
}

async function endOf(worker: ChildProcess): Promise<void> {
  const ended = once(worker, "exit");
  worker.send("stop");
  await ended;
}

/** What one worker process does: connects, says so, and works from the first message to the second. */
async function work(url: string, milliseconds: number): Promise<void> {
  const redis = connectRedis(url, log);
  const queue = createRedisQueue({ redis, log, settleMilliseconds });
  await redis.commands.ping();
  process.send?.("ready");
  await once(process, "message");
  queue.start(async () => {
    if (milliseconds > 0) await sleep(milliseconds);
    return { kind: "done" };
  });
  await once(process, "message");
  await queue.stop();
  await redis.close();
  process.disconnect();
}
