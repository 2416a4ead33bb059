import { afterAll, beforeAll, expect, test } from "#test";
import { connectRedis, type RedisConnections } from "../../src/backends/redis/connect-redis.ts";
import { claimInRedis } from "../../src/backends/redis/redis-claim.ts";
import { createWriteTurns } from "../../src/backends/redis/write-turns.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const hour = 3_600_000;
const warnings: string[] = [];
const log = {
  ...{ debug() {}, info() {}, error() {} },
  warn: (_fields: object, message: string) => void warnings.push(message),
};

describeWithRedis("processes on one Redis", () => {
  let server: RedisServer;
  let redis: RedisConnections;
  beforeAll(async () => {
    server = await startRedis();
    redis = connectRedis(server.url, log);
  });
  afterAll(async () => {
    await redis.close();
    await server.stop();
  });

  function createProcess(intervalMilliseconds = hour) {
    return createWriteTurns({ redis: redis.commands, log, intervalMilliseconds });
  }

  test("write for an installation in turns, one interval apart; others wait for none of them", async () => {
    const [one, two] = [createProcess(), createProcess()];
    const turns = await Promise.all([one("1"), two("1"), one("1"), two("1"), two("2")]);
    expect(turns.map((wait) => Math.round(wait / hour))).toEqual([0, 1, 2, 3, 0]);
  });

  test("take no turns where no interval is kept", async () => {
    const take = createProcess(0);
    expect([await take("3"), await take("3")]).toEqual([0, 0]);
  });

  test("claim what one of them is to do", async () => {
    const claims = [1, 2, 3].map(() => claimInRedis(redis.commands, "start", hour));
    expect(await Promise.all(claims)).toEqual([true, false, false]);
    expect(await claimInRedis(redis.commands, "another", hour)).toBe(true);
  });

  test("keep their own pace while Redis is away", async () => {
    const own = await startRedis();
    const connections = connectRedis(own.url, log);
    await connections.commands.ping();
    await own.stop();
    const options = { redis: connections.commands, log, intervalMilliseconds: hour };
    expect(await createWriteTurns(options)("1")).toBe(0);
    expect(warnings).toHaveLength(1);
    await connections.close();
  });
});
