/** Several servers of one App on one Redis. */

import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, expect, test } from "#test";
import { describeWithRedis } from "../backends/describe-with-redis.ts";
import { type RedisServer, startRedis } from "../backends/redis-server.ts";
import { type LifecycleWorld, statusIssuesOf, until, withWorld } from "./lifecycle-world.ts";

describeWithRedis("servers on one Redis", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    const client = new Redis(redis.url);
    await client.flushall();
    await client.quit();
  });

  const names = Array.from({ length: 8 }, (_, index) => `plan-${index}`);

  function install({ sandbox, app, createRepository }: LifecycleWorld): readonly string[] {
    const repositories = names.map((name) => createRepository(name));
    sandbox.install(app, { account: "acme", repositories });
    return repositories;
  }

  function callsNamed({ sandbox }: LifecycleWorld, name: string): number {
    return sandbox.calls.all().filter((call) => call.name === name).length;
  }

  test("share the work, and one of them looks for what was missed", async () => {
    await withWorld(async (world) => {
      const repositories = install(world);
      const workers = new Set<number>();
      const options = (worker: number) => ({
        ...{ redisUrl: redis.url, concurrency: 1 },
        onSynced: () => workers.add(worker),
      });
      await Promise.all([world.start(options(1)), world.start(options(2))]);
      await world.settle();
      for (const repository of repositories) {
        expect(world.statusOf(repository)).toContain("0 of 4");
        expect(statusIssuesOf(world.sandbox, repository)).toHaveLength(1);
      }
      expect(callsNamed(world, "GET /app/installations")).toBe(1);
      expect([...workers].sort()).toEqual([1, 2]);
    });
  });

  test("go on where one that ends has left off, with what it was told while it ended", async () => {
    await withWorld(async (world) => {
      const [repository = ""] = install(world);
      const options = { redisUrl: redis.url };
      const first = await world.start(options);
      await world.settle();
      const held = world.sandbox.faults.hold({ repository, kind: "read" }, "always");
      world.person.closeIssue(repository, 1);
      await world.sandbox.settled();
      await until("a read", () => held.struck > 0);
      // Before, it could have taken the job, and the other would have nothing to wait for.
      const survivor = await world.start(options);
      world.sandbox.setWebhookUrl(world.app, `${first.url}/api/github/webhooks`);
      const ended = first.stop();
      world.person.closeIssue(repository, 2);
      await world.sandbox.settled();
      held.release();
      await ended;
      await survivor.idle();
      const closings = world.sandbox.deliveries.filter(({ action }) => action === "closed");
      expect(closings.map(({ status }) => status)).toEqual([200, 200]);
      expect(world.statusOf(repository)).toContain("2 of 4");
    });
  });

  test("do not start where Redis does not answer", async () => {
    await withWorld(async (world) => {
      const gone = await startRedis();
      await gone.stop();
      await expect(world.start({ redisUrl: gone.url })).rejects.toThrow("Redis does not answer");
    });
  });

  test("without Redis refuse what they cannot queue, and find it afterwards", async () => {
    await withWorld(async (world) => {
      const own = await startRedis();
      const [repository = ""] = install(world);
      const server = await world.start({ redisUrl: own.url });
      await world.settle();
      await own.stop();
      world.person.closeIssue(repository, 1);
      await world.sandbox.settled();
      const refused = world.sandbox.deliveries.filter(({ event }) => event === "issues").at(-1);
      expect(refused?.status).toBe(500);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      const emptied = await startRedis(Number(new URL(own.url).port));
      await world.start({ redisUrl: emptied.url });
      await world.settle();
      expect(world.statusOf(repository)).toContain("1 of 4");
      await Promise.all(world.servers.map((one) => one.stop()));
      await emptied.stop();
    });
  });
});
