/** The backends on Redis, over the connections that they share. */
import { connectRedis } from "../backends/redis/connect-redis.ts";
import { createRedisCache } from "../backends/redis/redis-cache.ts";
import { claimInRedis } from "../backends/redis/redis-claim.ts";
import { createRedisQueue } from "../backends/redis/redis-queue.ts";
import { createRedisRepetition } from "../backends/redis/redis-repetition.ts";
import { createWriteTurns } from "../backends/redis/write-turns.ts";
import type { Log } from "../engine/ports.ts";
import { type BackendOptions, type Backends, queueSettings } from "./backends.ts";

export function createRedisBackends(
  options: BackendOptions & { readonly redisUrl: string },
  log: Log,
): Backends {
  const redis = connectRedis(options.redisUrl, log);
  const { commands } = redis;
  const intervalMilliseconds = options.writeIntervalMilliseconds ?? 1_000;
  return {
    queue: createRedisQueue({ ...queueSettings(options), redis, log }),
    cache: createRedisCache({ redis: commands, log }),
    repetition: createRedisRepetition({ redis, log }),
    isDurable: true,
    takeTurn: createWriteTurns({ redis: commands, log, intervalMilliseconds }),
    claim: (name, milliseconds) => claimInRedis(commands, name, milliseconds),
    isReachable: () =>
      commands.ping().then(
        () => true,
        () => false,
      ),
    close: () => redis.close(),
  };
}
