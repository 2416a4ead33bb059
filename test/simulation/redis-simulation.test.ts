/** The same worlds as `simulation.test.ts`, with several processes on one real Redis, which has its own troubles. */
import { afterAll, beforeAll, expect, test } from "#test";
import { describeWithRedis } from "../backends/describe-with-redis.ts";
import { type RedisServer, startRedis } from "../backends/redis-server.ts";
import { playSeeds } from "./play-seeds.ts";
import type { SeedResult } from "./simulate-worker.ts";

/** `npm run simulate -- --backend redis` plays 100. */
const worlds = Number(process.env.REDIS_WORLDS ?? 3);
const first = 2;

describeWithRedis("processes on one Redis", () => {
  let redis: RedisServer;
  const fingerprints = new Map<number, string>();

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test(
    `in ${worlds} worlds leave surfaces that are true, each command run once, and nobody's text lost`,
    async () => {
      const onPlayed = (_: number, { seed, fingerprint }: SeedResult) =>
        fingerprints.set(seed, fingerprint);
      const options = { first, count: worlds, redisSocket: redis.socket, onPlayed };
      expect(await playSeeds(options)).toEqual([]);
      expect(fingerprints.size).toBe(worlds);
    },
    30 * 60_000,
  );

  test("do the same when a seed is played again", async () => {
    const again: string[] = [];
    const onPlayed = (_: number, { fingerprint }: SeedResult) => again.push(fingerprint);
    await playSeeds({ first, count: 1, redisSocket: redis.socket, onPlayed });
    expect(again).toEqual([fingerprints.get(first)]);
  }, 120_000);
});
