import { mock } from "node:test";
import { afterAll, afterEach, beforeAll, beforeEach } from "#test";
import { describeWithRedis } from "./describe-with-redis.ts";
import { describeQueue } from "./queue-contract.ts";
import { createRedisWorld } from "./redis-queue-world.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

describeWithRedis("Redis as the queue", () => {
  let server: RedisServer;

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  beforeEach(() => {
    mock.timers.enable({ apis: ["Date"], now: Date.now() });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  describeQueue("the queue in Redis", () => createRedisWorld(server.url));
});
