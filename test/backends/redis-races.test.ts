/** Requests that arrive between two steps of a worker: each must wake one in time, without the sweep. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "#test";
import { connectRedis, type RedisConnections } from "../../src/backends/redis/connect-redis.ts";
import { createRedisQueue } from "../../src/backends/redis/redis-queue.ts";
import type { Hint } from "../../src/engine/hint.ts";
import type { JobOutcome, SyncQueue } from "../../src/engine/ports.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const never = 1_000_000_000;
const plan = { installation: 1, owner: "acme", name: "plan" };
const issue = (number: number): Hint => ({ kind: "issue", number });

describeWithRedis("requests between two steps of a worker", () => {
  let server: RedisServer;
  let redis: RedisConnections;
  let queue: SyncQueue;
  let seen: (readonly Hint[])[];

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    redis = connectRedis(server.url, log);
    await redis.commands.flushall();
    seen = [];
    const settling = { settleMilliseconds: 5, settleAtMostMilliseconds: 20 };
    queue = createRedisQueue({ ...settling, redis, log, sweepMilliseconds: never });
  });
  afterEach(async () => {
    await queue.stop();
    await redis.close();
  });

  function start(firstOutcome: JobOutcome): void {
    queue.start(async (_address, hints) => {
      seen.push(hints);
      return seen.length === 1 ? firstOutcome : { kind: "done" };
    });
  }

  /** Once a script that is given `value` has run, and before the worker hears of it, `act` happens. */
  function after(value: string, act: () => Promise<void>): void {
    const { worker } = redis;
    const { eval: evaluate, evalsha } = worker;
    let isDone = false;
    const then =
      (original: typeof evaluate | typeof evalsha) =>
      async (...given: unknown[]) => {
        const reply: unknown = await Reflect.apply(original, worker, given);
        if (!isDone && given.includes(value)) {
          isDone = true;
          await act();
        }
        return reply;
      };
    Object.assign(worker, { eval: then(evaluate), evalsha: then(evalsha) });
  }

  async function untilRuns(count: number): Promise<void> {
    while (seen.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    await queue.idle();
  }

  test("one after a job has ended, and before its wake-up has", async () => {
    start({ kind: "done" });
    after("done", () => queue.request(plan, [issue(2)]));
    await queue.request(plan, [issue(1)]);
    await untilRuns(2);
    expect(seen).toEqual([[issue(1)], [issue(2)]]);
  });

  test("one after a job said that it must wait, and before its wake-up is put off", async () => {
    start({ kind: "later", milliseconds: never });
    after("later", () => queue.request(plan, [issue(2)]));
    await queue.request(plan, [issue(1)]);
    await untilRuns(2);
    expect(seen).toEqual([[issue(1)], [issue(2)]]);
  });
});
