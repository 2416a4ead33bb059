/** The backends on Redis, over the connections that they share. */
import { connectRedis } from "../backends/redis/connect-redis.ts";
import { createRedisCache } from "../backends/redis/redis-cache.ts";
import { claimInRedis } from "../backends/redis/redis-claim.ts";
import { createRedisQueue, type RedisQueueOptions } from "../backends/redis/redis-queue.ts";
import { createRedisRepetition } from "../backends/redis/redis-repetition.ts";
import { createWriteTurns } from "../backends/redis/write-turns.ts";
import type { Log } from "../engine/ports.ts";
import { type BackendOptions, type Backends, queueSettings } from "./backends.ts";

export interface RedisBackendOptions
  extends BackendOptions,
    Pick<RedisQueueOptions, "lockMilliseconds" | "idleSeconds"> {
  readonly redisUrl: string;
}

export function createRedisBackends(
  options: RedisBackendOptions,
  log: Log,
  redis = connectRedis(options.redisUrl, log),
): Backends {
  const { commands } = redis;
  const { writeIntervalMilliseconds: intervalMilliseconds = 1_000 } = options;
  const { lockMilliseconds = 5_000, idleSeconds = 5 } = options;
  const leases = { lockMilliseconds, idleSeconds };
  return {
    queue: createRedisQueue({ ...queueSettings(options), ...leases, redis, log }),
    cache: createRedisCache({ redis: commands, log }),
    repetition: createRedisRepetition({ redis, log, idleSeconds }),
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
