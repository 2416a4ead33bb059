/** Workers that end while Redis is away, or just back. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "#test";
import { connectRedis } from "../../src/backends/redis/connect-redis.ts";
import { createRedisQueue } from "../../src/backends/redis/redis-queue.ts";
import { createRedisRepetition } from "../../src/backends/redis/redis-repetition.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const address = { installation: 1, owner: "o", name: "r" };

async function startWorkers({ url }: RedisServer) {
  const redis = connectRedis(url, silent);
  const queue = createRedisQueue({ redis, log: silent, settleMilliseconds: 0 });
  const repetition = createRedisRepetition({ redis, log: silent });
  let jobs = 0;
  queue.start(async () => {
    jobs += 1;
    return { kind: "done" };
  });
  await repetition.repeat("nothing", 60_000, async () => undefined);
  await queue.request(address, [{ kind: "everything" }]);
  await queue.idle();
  return {
    jobs: () => jobs,
    async stop() {
      await Promise.all([queue.stop(), repetition.stop()]);
      await redis.close();
    },
  };
}

/** So long that attempts to connect are far from each other. */
const outageMilliseconds = 1_500;

describeWithRedis("workers that have lost Redis", () => {
  test("end while it is away", async () => {
    const server = await startRedis();
    const workers = await startWorkers(server);
    await server.stop();
    await sleep(outageMilliseconds);
    await workers.stop();
    expect(workers.jobs()).toBe(1);
  }, 20_000);

  test("end right after it has come back, between two attempts to connect", async () => {
    const server = await startRedis();
    const workers = await startWorkers(server);
    await server.stop();
    await sleep(outageMilliseconds);
    const again = await startRedis(Number(new URL(server.url).port));
    await workers.stop();
    await again.stop();
    expect(workers.jobs()).toBe(1);
  }, 20_000);
});
