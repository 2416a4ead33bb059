import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "#test";
import { connectRedis } from "../../src/backends/redis/connect-redis.ts";
import { createRedisRepetition } from "../../src/backends/redis/redis-repetition.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";
import {
  describeRepetition,
  period,
  type RepetitionUnderTest,
  until,
} from "./repetition-contract.ts";

describeWithRedis("Redis as the clock of all workers", () => {
  let server: RedisServer;
  let worlds = 0;

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  function createWorld(prefix = `repetition-${++worlds}`): RepetitionUnderTest {
    const errors: string[] = [];
    const error = (_fields: object, message: string) => errors.push(message);
    const log = { debug() {}, info() {}, warn() {}, error };
    const redis = connectRedis(server.url, log);
    const repetition = createRedisRepetition({ redis, log, prefix });
    return { repetition, errors, close: () => redis.close() };
  }

  describeRepetition("repetition in Redis", () => createWorld());

  test("of several workers one runs each time, and when it leaves, another", async () => {
    const workers = [createWorld("shared"), createWorld("shared"), createWorld("shared")];
    const asked = Date.now();
    const runs: number[] = [];
    let running = 0;
    let most = 0;
    for (const [index, { repetition }] of workers.entries()) {
      await repetition.repeat("elect", period, async () => {
        runs.push(index);
        running += 1;
        most = Math.max(most, running);
        await sleep(2 * period);
        running -= 1;
      });
    }
    await until(() => runs.length >= 5);
    expect(most).toBe(1);
    expect(runs.length).toBeLessThanOrEqual((Date.now() - asked) / period);
    const last = runs.at(-1) ?? 0;
    await workers[last]?.repetition.stop();
    const before = runs.length;
    await until(() => runs.length > before + 1);
    expect(runs.slice(before)).not.toContain(last);
    for (const { repetition, close } of workers) {
      await repetition.stop();
      await close();
    }
  });

  test("a worker that starts anew does not put off what is due", async () => {
    const first = createWorld("restarts");
    let runs = 0;
    const count = async () => {
      runs += 1;
    };
    await first.repetition.repeat("restart", 10 * period, count);
    while (runs === 0) {
      const next = createWorld("restarts");
      await next.repetition.repeat("restart", 10 * period, count);
      await next.repetition.stop();
      await next.close();
    }
    await first.repetition.stop();
    await first.close();
    expect(runs).toBeGreaterThan(0);
  });
});
