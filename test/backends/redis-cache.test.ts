import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "#test";
import { connectRedis, type RedisConnections } from "../../src/backends/redis/connect-redis.ts";
import { createRedisCache } from "../../src/backends/redis/redis-cache.ts";
import { createRedisQueue } from "../../src/backends/redis/redis-queue.ts";
import { RetryableError } from "../../src/engine/errors.ts";
import type { RepositoryCache } from "../../src/engine/ports.ts";
import { memoryOf, observedIssue } from "../engine/observation-builder.ts";
import { describeCache } from "./cache-contract.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import { anyMemory } from "./observed-memories.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const plan = { installation: 1, owner: "acme", name: "plan" };
const numbers = Array.from({ length: 1_000 }, (_, index) => index + 1);

describeWithRedis("Redis as the cache", () => {
  let server: RedisServer;
  let redis: RedisConnections;
  const warnings: string[] = [];
  const warn = (_fields: object, message: string) => warnings.push(message);
  const log = { debug() {}, info() {}, warn, error() {} };

  beforeAll(async () => {
    server = await startRedis();
    redis = connectRedis(server.url, log);
  });
  afterAll(async () => {
    await redis.close();
    await server.stop();
  });
  beforeEach(() => redis.commands.flushall());
  afterEach(() => {
    warnings.length = 0;
  });

  /** The cache of one more process. */
  const createCache = (): RepositoryCache => createRedisCache({ redis: redis.commands, log });

  describeCache("the cache in Redis", () => ({ cache: createCache(), close: async () => {} }));

  async function keyOfMemory(): Promise<string> {
    const keys = await redis.commands.keys("*:memory:*");
    expect(keys).toHaveLength(1);
    return keys[0] ?? "";
  }

  /** How often Redis ran each command meanwhile, scripts' own calls included. */
  async function countCalls(act: () => Promise<unknown>): Promise<(command: string) => number> {
    await redis.commands.config("RESETSTAT");
    await act();
    const statistics = await redis.commands.info("commandstats");
    return (command) =>
      Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(statistics)?.[1] ?? 0);
  }

  test("another process loads what one has saved, whatever texts say, and saves on top of it", async () => {
    await fc.assert(
      fc.asyncProperty(anyMemory, anyMemory, async (first, second) => {
        await redis.commands.flushall();
        const other = createCache();
        await createCache().save(plan, first);
        expect(await other.load(plan)).toEqual(first);
        await other.save(plan, second);
        expect(await createCache().load(plan)).toEqual(second);
      }),
      { numRuns: 60 },
    );
  });

  test("issues come in the order of their numbers", async () => {
    await createCache().save(
      plan,
      memoryOf([120, 7, 51, 1].map((number) => observedIssue(number))),
    );
    const loaded = await createCache().load(plan);
    expect([...(loaded?.issues.keys() ?? [])]).toEqual([1, 7, 51, 120]);
  });

  test("a sync that changed one of 1,000 issues reads no issue and writes 50", async () => {
    const cache = createCache();
    const memory = memoryOf(numbers.map((number) => observedIssue(number)));
    await cache.save(plan, memory);
    const calls = await countCalls(async () => {
      const loaded = (await cache.load(plan)) ?? memory;
      const issues = new Map(loaded.issues).set(500, observedIssue(500, { state: "closed" }));
      await cache.save(plan, { ...loaded, issues });
    });
    expect(calls("hgetall")).toBe(0);
    // The part, the rest and the stamp.
    expect(calls("hset")).toBe(3);
    expect((await createCache().load(plan))?.issues.get(500)?.state).toBe("closed");
    expect((await createCache().load(plan))?.issues.get(499)?.state).toBe("open");
  });

  test("what is there already is not written again", async () => {
    const cache = createCache();
    const memory = memoryOf([observedIssue(1)]);
    await cache.save(plan, memory);
    const calls = await countCalls(() => cache.save(plan, memory));
    expect(calls("hset")).toBe(0);
  });

  test("what another process has changed is read anew", async () => {
    const [one, other] = [createCache(), createCache()];
    await one.save(plan, memoryOf([observedIssue(1)]));
    await other.load(plan);
    const later = memoryOf([observedIssue(1, { title: "Renamed" })]);
    await other.save(plan, later);
    expect(await one.load(plan)).toEqual(later);
  });

  test("what Redis has evicted is gone, though this process still has it", async () => {
    const cache = createCache();
    await cache.save(plan, memoryOf([observedIssue(1)]));
    await redis.commands.flushall();
    expect(await cache.load(plan)).toBeNull();
  });

  test("a worker that comes too late does not bring back what another has corrected", async () => {
    const [late, punctual] = [createCache(), createCache()];
    const before = memoryOf([observedIssue(1), observedIssue(2)]);
    await late.save(plan, before);
    await late.load(plan);
    await punctual.load(plan);
    await punctual.save(plan, memoryOf([observedIssue(1)]));
    for (const title of ["once", "twice"]) {
      await late.save(plan, { ...before, told: [title] });
      expect(await punctual.load(plan)).toBeNull();
    }
    expect(warnings).toHaveLength(1);
    await late.load(plan);
    await late.save(plan, before);
    expect(await punctual.load(plan)).toEqual(before);
  });

  const damages: Record<string, (key: string) => Promise<unknown>> = {
    "a field is missing": (key) => redis.commands.hdel(key, "rest"),
    "a field is empty": (key) => redis.commands.hset(key, "rest", ""),
    "a part is no JSON": (key) => redis.commands.hset(key, "part:0", Buffer.from("\u0000{")),
    "a part is cut off": async (key) => {
      const part = (await redis.commands.hgetBuffer(key, "part:0")) ?? Buffer.of();
      await redis.commands.hset(key, "part:0", part.subarray(0, part.length / 2));
    },
    "a part is of another shape": (key) =>
      redis.commands.hset(key, "part:0", Buffer.from('\u0000[{"number":1}]')),
    "a part has a field that nobody knows": (key) =>
      redis.commands.hset(
        key,
        "part:0",
        Buffer.from(`\u0000${JSON.stringify([{ ...observedIssue(1), mood: "good" }])}`),
      ),
    "a part was lost": (key) => redis.commands.hdel(key, "part:1"),
  };

  test.each(Object.entries(damages))(
    "where %s, everything is read anew and saved",
    async (_, damage) => {
      const memory = memoryOf(numbers.slice(0, 60).map((number) => observedIssue(number)));
      await createCache().save(plan, memory);
      await damage(await keyOfMemory());
      const cache = createCache();
      expect(await cache.load(plan)).toBeNull();
      const fewer = memoryOf([observedIssue(1)]);
      await cache.save(plan, fewer);
      expect(await createCache().load(plan)).toEqual(fewer);
    },
  );

  test("Redis may evict all of the cache, and nothing of the queue", async () => {
    const cache = createCache();
    await cache.save(plan, memoryOf([observedIssue(1)]));
    await cache.saveBlob("oid", Uint8Array.of(1));
    const evictable = await redis.commands.keys("*");
    const queue = createRedisQueue({ redis, log });
    await queue.request(plan, [{ kind: "delta" }]);
    for (const key of await redis.commands.keys("*")) {
      expect([key, (await redis.commands.ttl(key)) > 0]).toEqual([key, evictable.includes(key)]);
    }
  });

  test("a sync without its cache is tried again, because its hints are not to be lost", async () => {
    const away = connectRedis("redis://127.0.0.1:1", log);
    const cache = createRedisCache({ redis: away.commands, log });
    await expect(cache.load(plan)).rejects.toThrow(RetryableError);
    await expect(cache.save(plan, memoryOf([]))).rejects.toThrow(RetryableError);
    await away.close();
  });
});
