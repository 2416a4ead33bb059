import { afterAll, afterEach, beforeAll, beforeEach, jest } from "@jest/globals";
import { describeWithRedis } from "./describe-with-redis.ts";
import { describeQueue } from "./queue-contract.ts";
import { createRedisWorld } from "./redis-queue-world.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const everythingButDates = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const;

describeWithRedis("Redis as the queue", () => {
  let server: RedisServer;

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [...everythingButDates] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  describeQueue("the queue in Redis", () => createRedisWorld(server.url));
});
