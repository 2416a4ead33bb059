/**
 * The connections to Redis, in one place. Two, because they fail differently: who answers a webhook must
 * hear at once that Redis is away, while a worker waits until it is back.
 */
import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "../../engine/ports.ts";

export interface RedisConnections {
  /** Gives up after a second or so without Redis. */
  readonly commands: Redis;
  /** Waits for Redis as long as it takes; opened by the first worker. */
  readonly worker: Redis;
  close(): Promise<void>;
}

/** A process that ends waits this long for a connection that does not close. */
const settings = { disconnectTimeout: 500 };

/**
 * Opens in the background, and again after each loss. Throws where `url` is not one of Redis. `transport`
 * says how, where it is not by sockets of the system.
 */
export function connectRedis(
  url: string,
  log: Log,
  transport: Pick<RedisOptions, "Connector"> = {},
): RedisConnections {
  requireRedisUrl(url);
  const common = { ...settings, ...transport };
  const commands = new Redis(url, { ...common, maxRetriesPerRequest: 2 });
  const worker = new Redis(url, { ...common, maxRetriesPerRequest: null, lazyConnect: true });
  for (const redis of [commands, worker]) redis.on("error", logNewErrors(redis, log, away));
  return {
    commands,
    worker,
    async close() {
      await Promise.all([end(commands), end(worker)]);
    },
  };
}

/** The value may hold a password, so the message does not show it. */
function requireRedisUrl(url: string): void {
  if (/^rediss?:\/\//.test(url) && URL.canParse(url)) return;
  throw new Error(
    "REDIS_URL is not the address of a Redis server. It looks like redis://host:6379, or rediss://user:password@host:6379 with TLS.",
  );
}

const away = "Redis does not answer: check REDIS_URL and the server";

/** Every attempt to connect again fails anew; one line for each outage is enough. */
export function logNewErrors(redis: Redis, log: Log, message: string): (error: Error) => void {
  let last: string | null = null;
  redis.on("ready", () => {
    last = null;
  });
  return (error) => {
    if (error.message === last) return;
    last = error.message;
    log.error({ err: error }, message);
  };
}

async function end(redis: Redis): Promise<void> {
  if (redis.status !== "ready") redis.disconnect();
  else await redis.quit().catch(() => redis.disconnect());
}
