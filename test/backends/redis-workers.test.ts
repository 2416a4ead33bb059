/** What holds among several workers, some of which die: real processes, a real Redis, real time. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Queue } from "bullmq";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "#test";
import { connectRedis, type RedisConnections } from "../../src/backends/redis/connect-redis.ts";
import { createRedisQueue } from "../../src/backends/redis/redis-queue.ts";
import { syncQueueName } from "../../src/backends/redis/wake-ups.ts";
import { RetryableError } from "../../src/engine/errors.ts";
import type { Hint } from "../../src/engine/hint.ts";
import type { JobOutcome, SyncQueue } from "../../src/engine/ports.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import type { JournalLine, QueueProcessOptions } from "./queue-process.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const script = fileURLToPath(new URL("./queue-process.ts", import.meta.url));
const lockMilliseconds = 2_000;
const issue = (number: number): Hint => ({ kind: "issue", number });
const plan = { installation: 1, owner: "acme", name: "plan" };

describeWithRedis("workers on one Redis", () => {
  let server: RedisServer;
  let redis: RedisConnections;
  let queue: SyncQueue;
  let prefix: string;
  let tests = 0;
  const children: ChildProcess[] = [];
  const errors: string[] = [];
  const log = {
    ...{ debug() {}, info() {}, warn() {} },
    error: (_fields: object, message: string) => errors.push(message),
  };

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  beforeEach(() => {
    tests += 1;
    prefix = `workers-${tests}`;
    errors.length = 0;
    redis = connectRedis(server.url, log);
    queue = createRedisQueue({
      ...{ redis, log, prefix, lockMilliseconds, sweepMilliseconds: 100 },
      ...{ settleMilliseconds: 5, settleAtMostMilliseconds: 20, retryMilliseconds: [20, 50] },
    });
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    await queue.stop();
    await redis.close();
  });

  function spawnWorker(more: Partial<QueueProcessOptions> & { worker: string }): ChildProcess {
    const options = { url: server.url, prefix, lockMilliseconds, jobs: "random", ...more };
    const child = spawn(process.execPath, [script, JSON.stringify(options)], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    children.push(child);
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  async function journal(): Promise<JournalLine[]> {
    const lines = await redis.commands.lrange(`${prefix}:journal`, "0", "-1");
    return lines.map((line) => JSON.parse(line));
  }

  async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isTrue())) await sleep(10);
  }

  const begins = async (count: number) =>
    (await journal()).filter(({ what }) => what === "begin").length === count;

  test("a long job keeps its lease; when its worker is killed, another sees all of its hints", async () => {
    const child = spawnWorker({ worker: "first", jobs: "on-demand" });
    await queue.request(plan, [issue(2), issue(1)]);
    await until(() => begins(1));
    const seen: (readonly Hint[])[] = [];
    queue.start(async (_address, hints) => {
      seen.push(hints);
      return { kind: "done" };
    });
    await queue.request(plan, [issue(3), issue(2)]);
    await sleep(2 * lockMilliseconds);
    expect(seen).toEqual([]);
    await kill(child);
    await queue.idle();
    expect(seen).toEqual([[issue(2), issue(1), issue(3)]]);
  });

  test("what a worker says after its lease has expired changes nothing", async () => {
    const child = spawnWorker({ worker: "frozen", jobs: "on-demand" });
    await queue.request(plan, [issue(1)]);
    await until(() => begins(1));
    child.kill("SIGSTOP");
    const seen: (readonly Hint[])[] = [];
    let end: (outcome: JobOutcome | Error) => void = () => {};
    queue.start(
      (_address, hints) =>
        new Promise((resolve, reject) => {
          seen.push(hints);
          end = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
        }),
    );
    await queue.request(plan, [issue(2)]);
    await until(() => seen.length === 1);
    await redis.commands.rpush(`${prefix}:go`, "on");
    child.kill("SIGCONT");
    const warnings = () => redis.commands.lrange(`${prefix}:warnings`, "0", "-1");
    await until(async () => (await warnings()).some((message) => message.includes("lease")));
    await kill(child);
    end(new RetryableError("502"));
    await until(() => seen.length === 2);
    end({ kind: "done" });
    await queue.idle();
    expect(seen).toEqual([
      [issue(1), issue(2)],
      [issue(1), issue(2)],
    ]);
  });

  test("a repository whose worker dies each time waits before the next try", async () => {
    await queue.request(plan, [issue(1)]);
    for (const count of [1, 2]) {
      const child = spawnWorker({ worker: `victim ${count}`, jobs: "on-demand" });
      await until(() => begins(count));
      await kill(child);
    }
    const seen: (readonly Hint[])[] = [];
    queue.start(async (_address, hints) => {
      seen.push(hints);
      return { kind: "done" };
    });
    await queue.idle();
    expect(errors.filter((message) => message.includes("workers died"))).toHaveLength(1);
    expect(seen).toEqual([[issue(1)]]);
  });

  test("a repository that nobody was woken for is found", async () => {
    await queue.request(plan, [issue(1)]);
    const wakeUps = new Queue(syncQueueName, { connection: redis.commands, prefix });
    await wakeUps.obliterate({ force: true });
    let runs = 0;
    queue.start(async () => {
      runs += 1;
      return { kind: "done" };
    });
    await queue.idle();
    expect(runs).toBe(1);
  });

  test("workers outlive a Redis that restarts with nothing", async () => {
    const own = await startRedis();
    const connections = connectRedis(own.url, log);
    const settling = { settleMilliseconds: 5, settleAtMostMilliseconds: 20 };
    const outliving = createRedisQueue({ ...settling, redis: connections, log });
    const seen: (readonly Hint[])[] = [];
    const gone = Promise.withResolvers<void>();
    outliving.start(async (_address, hints) => {
      seen.push(hints);
      if (seen.length === 1) await own.stop().then(() => gone.resolve());
      return { kind: "done" };
    });
    await outliving.request(plan, [issue(1)]);
    await gone.promise;
    await expect(outliving.request(plan, [issue(2)])).rejects.toThrow();
    const emptied = await startRedis(Number(new URL(own.url).port));
    await until(() =>
      outliving.request(plan, [issue(3)]).then(
        () => true,
        () => false,
      ),
    );
    await until(() => seen.length === 2);
    await outliving.idle();
    expect(seen).toEqual([[issue(1)], [issue(3)]]);
    await outliving.stop();
    await connections.close();
    await emptied.stop();
  });

  test("among 50 repositories with random requests no two jobs overlap, and no hint is lost", async () => {
    const workers = ["one", "two"].map((worker) =>
      spawnWorker({ worker, lockMilliseconds: 10_000 }),
    );
    const names = Array.from({ length: 50 }, (_, number) => `r${number}`);
    const wanted: string[] = [];
    for (let number = 0; number < 1_000; number += 1) {
      const name = names[Math.floor(Math.random() * names.length)] ?? "";
      wanted.push(`${name} ${number}`);
      await queue.request({ ...plan, name }, [issue(number)]);
      if (number % 5 === 0) await sleep(Math.random() * 15);
    }
    await queue.idle();
    const lines = await journal();
    expect(overlapsIn(lines)).toEqual([]);
    expect(missingFrom(lines, wanted)).toEqual([]);
    expect(new Set(lines.map(({ worker }) => worker)).size).toBe(workers.length);
  });
});

/** Jobs that began while another of their repository ran. */
function overlapsIn(lines: readonly JournalLine[]): readonly JournalLine[] {
  const running = new Set<string>();
  return lines.filter(({ what, repository }) => {
    const overlaps = what === "begin" && running.has(repository);
    if (what === "begin") running.add(repository);
    else running.delete(repository);
    return overlaps;
  });
}

/** Wishes ("repository number") that no successful job has seen. */
function missingFrom(lines: readonly JournalLine[], wanted: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const { what, repository, hints } of lines) {
    if (what !== "success") continue;
    for (const hint of hints) if (hint.kind === "issue") seen.add(`${repository} ${hint.number}`);
  }
  return wanted.filter((wish) => !seen.has(wish));
}
