/** Workers that end while Redis is away, goes away, or comes back. */
import { createConnection, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis, type RedisOptions } from "ioredis";
import { expect, test } from "#test";
import { connectRedis, type RedisConnections } from "../../src/backends/redis/connect-redis.ts";
import { createRedisQueue } from "../../src/backends/redis/redis-queue.ts";
import { createRedisRepetition } from "../../src/backends/redis/redis-repetition.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const address = { installation: 1, owner: "o", name: "r" };

/** Workers that have begun a job, which takes as long as said. */
async function startWorkers(
  { url }: RedisServer,
  jobMilliseconds: number,
  redis = connectRedis(url, silent),
) {
  const queue = createRedisQueue({ redis, log: silent, settleMilliseconds: 0 });
  const repetition = createRedisRepetition({ redis, log: silent });
  const begun = Promise.withResolvers<void>();
  let ended = 0;
  queue.start(async () => {
    begun.resolve();
    await sleep(jobMilliseconds);
    ended += 1;
    return { kind: "done" };
  });
  await repetition.repeat("nothing", 60_000, async () => undefined);
  await queue.request(address, [{ kind: "everything" }]);
  await begun.promise;
  return {
    endedJobs: () => ended,
    idle: () => queue.idle(),
    stop: () => Promise.all([queue.stop(), repetition.stop()]),
    close: () => redis.close(),
  };
}

/** Each attempt to connect again is a minute after the last one. */
function connectSeldom({ url }: RedisServer): RedisConnections {
  const open = () =>
    new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 60_000 }).on(
      "error",
      () => {},
    );
  const [commands, worker] = [open(), open()];
  const close = async () => [commands, worker].forEach((one) => void one.disconnect());
  return { commands, worker, close };
}

/** The connection breaks whenever it is closed, in a way of which ioredis tells. */
function connectorThatBreaks({ url }: RedisServer): NonNullable<RedisOptions["Connector"]> {
  class BreakingConnector {
    #socket: Socket | null = null;

    check(): boolean {
      return true;
    }

    async connect(): Promise<Socket> {
      this.#socket = createConnection(Number(new URL(url).port), "127.0.0.1");
      return this.#socket;
    }

    disconnect(): void {
      const error = new Error("write EPIPE");
      this.#socket?.destroy(Object.assign(error, { code: "EPIPE", syscall: "write" }));
    }
  }
  return BreakingConnector as unknown as NonNullable<RedisOptions["Connector"]>;
}

const startAgain = ({ url }: RedisServer) => startRedis(Number(new URL(url).port));

/** So long that attempts to connect are far from each other. */
const outageMilliseconds = 1_500;
const limit = 20_000;

describeWithRedis("workers that end", () => {
  test.each([
    ["while Redis is away", async () => null],
    ["right after Redis has come back, between two attempts to connect", startAgain],
  ])(
    "%s, end all the same",
    async (_when, comeBack) => {
      const server = await startRedis();
      const workers = await startWorkers(server, 0);
      await workers.idle();
      await server.stop();
      await sleep(outageMilliseconds);
      const again = await comeBack(server);
      await workers.stop();
      await workers.close();
      await again?.stop();
    },
    limit,
  );

  test.each([
    {
      when: "while Redis is away for a moment",
      ...{ jobMilliseconds: 2_500, connect: undefined, beforeEnd: 300, whileEnding: 500 },
    },
    {
      when: "before the next attempt to connect to Redis, which has come back",
      ...{ jobMilliseconds: 3_500, connect: connectSeldom, beforeEnd: 0, whileEnding: 300 },
    },
  ])(
    "$when, let their job end",
    async ({ jobMilliseconds, connect, beforeEnd, whileEnding }) => {
      const server = await startRedis();
      const workers = await startWorkers(server, jobMilliseconds, connect?.(server));
      await server.stop();
      if (beforeEnd > 0) await sleep(beforeEnd);
      const stopped = workers.stop();
      await sleep(whileEnding);
      const again = await startAgain(server);
      await stopped;
      expect(workers.endedJobs()).toBe(1);
      await workers.close();
      await again.stop();
    },
    limit,
  );

  test(
    "let their job end, though the connection that waits for work breaks as it is closed",
    async () => {
      const server = await startRedis();
      const transport = { Connector: connectorThatBreaks(server) };
      const workers = await startWorkers(server, 800, connectRedis(server.url, silent, transport));
      await workers.stop();
      expect(workers.endedJobs()).toBe(1);
      await workers.close();
      await server.stop();
    },
    limit,
  );

  test(
    "when Redis goes away after that, wait no longer than for their job and for Redis",
    async () => {
      const server = await startRedis();
      const workers = await startWorkers(server, 800);
      const stopped = workers.stop();
      await sleep(300);
      await server.stop();
      await stopped;
      expect(workers.endedJobs()).toBe(1);
      await workers.close();
    },
    limit,
  );
});
