/** Where the queue and the cache live: in this process, or in Redis for as many processes as one likes. */
import { createMemoryCache } from "../backends/memory/memory-cache.ts";
import { createMemoryQueue } from "../backends/memory/memory-queue.ts";
import { createMemoryRepetition } from "../backends/memory/memory-repetition.ts";
import type { Log } from "../engine/ports.ts";
import { type BackendOptions, type Backends, queueSettings } from "./backends.ts";

/** Redis where there is an address of one; its client is loaded only then. */
export async function createBackends(options: BackendOptions, log: Log): Promise<Backends> {
  const { redisUrl } = options;
  if (redisUrl === undefined) return createMemoryBackends(options, log);
  const { createRedisBackends } = await import("./redis-backends.ts");
  return createRedisBackends({ ...options, redisUrl }, log);
}

function createMemoryBackends(options: BackendOptions, log: Log): Backends {
  return {
    queue: createMemoryQueue({ ...queueSettings(options), log }),
    cache: createMemoryCache(),
    repetition: createMemoryRepetition(log),
    isDurable: false,
    claim: async () => true,
    isReachable: async () => true,
    close: async () => undefined,
  };
}

/** Milepost must not take deliveries that it cannot queue. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

export async function requireReachable(backends: Backends): Promise<void> {
  if (await backends.isReachable()) return;
  throw new UnreachableError(
    "Milepost cannot start: Redis does not answer. Check REDIS_URL and the server, then start again; without REDIS_URL, one process needs no Redis.",
  );
}
