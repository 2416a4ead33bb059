/** A real Redis by the simulation's clock, as a client of it sees it. */

import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "#test";
import { describeWithRedis } from "../../backends/describe-with-redis.ts";
import { type RedisServer, startRedis } from "../../backends/redis-server.ts";
import { Life } from "../life.ts";
import { createRandom } from "../random.ts";
import { SimulatedTime } from "../simulated-time.ts";
import { RedisUpstream } from "./redis-upstream.ts";
import { simulatedConnector } from "./simulated-connector.ts";
import { SimulatedRedis } from "./simulated-redis.ts";

const begin = "2025-11-10T09:00:00Z";

describeWithRedis("a Redis on simulated time", () => {
  let server: RedisServer;
  let upstream: RedisUpstream;
  let time: SimulatedTime;
  let redis: SimulatedRedis;
  let life: Life;

  beforeAll(async () => {
    server = await startRedis();
    upstream = await RedisUpstream.connect(server.socket, 0);
  });
  afterAll(async () => {
    upstream.close();
    await server.stop();
  });
  beforeEach(async () => {
    await upstream.send(["FLUSHDB"]);
    time = new SimulatedTime(begin);
    redis = new SimulatedRedis(time, upstream, createRandom(1));
    life = new Life(time);
  });
  afterEach(() => life.kill());

  function open(of = life): Redis {
    return new Redis({ Connector: simulatedConnector(redis, of), retryStrategy: () => null });
  }

  /** What came of it within so much time. */
  async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | "nothing yet"> {
    let outcome: T | "nothing yet" = "nothing yet";
    void answer.then((one) => {
      outcome = one;
    });
    await time.advance(milliseconds);
    return outcome;
  }

  test("answers when the simulation's time has come, not before", async () => {
    const client = open();
    expect(await within(0, client.set("a", "1"))).toBe("nothing yet");
    expect(await within(100, client.get("a"))).toBe("1");
  });

  test("tells scripts the simulation's time", async () => {
    const script = "local t = redis.call('TIME'); return t[1] * 1000 + t[2] / 1000";
    const told = Number(await within(100, open().eval(script, 0)));
    expect(told - Date.parse(begin)).toBeGreaterThanOrEqual(0);
    expect(told - Date.parse(begin)).toBeLessThan(100);
  });

  test("forgets a key when its life is over, by a command or by a script", async () => {
    const client = open();
    await within(100, client.set("a", "1", "PX", 5_000));
    await within(100, client.eval("return redis.call('SET', KEYS[1], 1, 'PX', 5000)", 1, "b"));
    expect(await within(4_000, client.mget("a", "b"))).toEqual(["1", "1"]);
    expect(await within(2_000, client.exists("a"))).toBe(1);
    expect(await within(100, client.mget("a", "b"))).toEqual([null, null]);
  });

  test("takes the end of its life from a key that is set anew without one", async () => {
    const client = open();
    await within(100, client.set("a", "1", "PX", 1_000));
    await within(100, client.eval("return redis.call('SET', KEYS[1], 2)", 1, "a"));
    await time.advance(5_000);
    expect(await within(100, client.get("a"))).toBe("2");
  });

  test("lets a client wait for a member, and hands it over when another client adds it", async () => {
    const [one, other] = [open(), open()];
    let popped: unknown;
    void one.bzpopmin("queue", 60).then((answer) => {
      popped = answer;
    });
    await time.advance(30_000);
    expect(popped).toBeUndefined();
    await within(100, other.zadd("queue", 7, "member"));
    expect(popped).toEqual(["queue", "member", "7"]);
    expect(await within(100, other.exists("queue"))).toBe(0);
  });

  test("ends a wait in its time", async () => {
    const waiting = open().bzpopmin("queue", 5);
    expect(await within(4_900, waiting)).toBe("nothing yet");
    expect(await within(200, waiting)).toBeNull();
  });

  test("keeps what a process had sent when it died, and lets nobody hear of it", async () => {
    const victim = new Life(time);
    const client = open(victim);
    await within(100, client.ping());
    const answer = within(0, client.set("a", "1"));
    victim.kill();
    redis.abandon(victim);
    expect(await answer).toBe("nothing yet");
    expect(await within(100, open().get("a"))).toBe("1");
  });

  test("refuses connections while it is away", async () => {
    redis.goAway(1_000);
    const client = open();
    const errors: string[] = [];
    client.on("error", ({ message }) => errors.push(message));
    await time.advance(100);
    expect(errors).toEqual(["connect ECONNREFUSED 127.0.0.1:6379"]);
  });
});
