import { afterEach, expect, test } from "#test";
import { connectRedis, type RedisConnections } from "../../src/backends/redis/connect-redis.ts";
import { describeWithRedis } from "./describe-with-redis.ts";
import { startRedis } from "./redis-server.ts";

const lines: string[] = [];
const note = (fields: object, message: string) => {
  lines.push("err" in fields ? `${message} ${fields.err}` : message);
};
const log = { debug: note, info: note, warn: note, error: note };

afterEach(() => {
  lines.length = 0;
});

test.each(["", "localhost:6379", "https://user:secret@host", "redis://:secret@host:port"])(
  "%j is refused, and what may be a password is not shown",
  (url) => {
    expect(() => connectRedis(url, log)).toThrow(/^REDIS_URL is not the address of a Redis server/);
    expect(() => connectRedis(url, log)).not.toThrow(/secret/);
  },
);

test("an outage is one line in the log, without the password, and fails what is asked at once", async () => {
  const { commands, close } = connectRedis("redis://:secret@127.0.0.1:1", log);
  await expect(commands.get("key")).rejects.toThrow();
  await expect(commands.get("key")).rejects.toThrow();
  await close();
  expect(lines).toEqual([
    "Redis does not answer: check REDIS_URL and the server Error: connect ECONNREFUSED 127.0.0.1:1",
  ]);
});

describeWithRedis("connections to a Redis that goes and comes back", () => {
  test("answer again, and the next outage is told anew", async () => {
    const first = await startRedis();
    const redis: RedisConnections = connectRedis(first.url, log);
    expect(await redis.commands.ping()).toBe("PONG");
    await first.stop();
    await expect(redis.commands.ping()).rejects.toThrow();
    const second = await startRedis(Number(new URL(first.url).port));
    while ((await redis.commands.ping().catch(() => "")) !== "PONG");
    await second.stop();
    await expect(redis.commands.ping()).rejects.toThrow();
    await redis.close();
    const outages = lines.filter((line) => line.includes("does not answer"));
    expect(outages).toHaveLength(2);
  });
});
