/** Guards of the backend on Redis that are broken, one at a time, and tried on worlds that play there. */
import type { Mutant } from "../mutant-list.ts";

export const redisMutants: readonly Mutant[] = [
  {
    name: "drops the hints that a dead worker had taken",
    file: "src/backends/redis/sync-request-scripts.ts",
    find: "redis.call('ZUNIONSTORE', taken, 2, taken, hints, 'AGGREGATE', 'MIN')",
    replace: "redis.call('ZUNIONSTORE', taken, 1, hints)",
  },
  {
    name: "drops hints when a job fails",
    file: "src/backends/redis/sync-request-scripts.ts",
    find: "  redis.call('HINCRBY', repository, 'failures', 1)",
    replace: "  redis.call('DEL', taken)\n  redis.call('HINCRBY', repository, 'failures', 1)",
  },
  {
    name: "forgets what is requested while a job runs",
    file: "src/backends/redis/sync-request-scripts.ts",
    find: "if redis.call('HGET', repository, 'requested') == '1' then",
    replace: "if false then",
  },
  {
    name: "does not wake anybody for a request",
    file: "src/backends/redis/redis-queue.ts",
    find: "if (due !== null) await this.#wakeUps.wake(repositoryKey(address), due);",
    replace: "",
  },
  {
    name: "does not look for repositories that nobody was woken for",
    file: "src/backends/redis/redis-queue.ts",
    find: "for (const repository of overdue) await this.#wakeUps.wake(repository, Date.now());",
    replace: "",
  },
  {
    name: "lets a worker that comes too late end another's run",
    file: "src/backends/redis/sync-request-scripts.ts",
    find: "if redis.call('HGET', repository, 'run') ~= ARGV[2] then return -1 end",
    replace: "",
  },
  {
    name: "keeps what it remembers though another process has saved since",
    file: "src/backends/redis/redis-cache.ts",
    find: "return memory !== null && this.#stamps.get(memory) === stamp ? memory : null;",
    replace: "return memory;",
  },
  {
    name: "saves on top of what it has not loaded",
    file: "src/backends/redis/redis-cache.ts",
    find: "local isAsExpected = (redis.call('HGET', memory, 'stamp') or '') == ARGV[1]",
    replace: "local isAsExpected = true",
  },
  {
    name: "gives up a sync whose cache is away",
    file: "src/backends/redis/redis-cache.ts",
    find: 'throw new RetryableError("Redis does not answer.", null, error);',
    replace: "throw error;",
  },
  {
    name: "writes without a turn among processes",
    file: "src/backends/redis/write-turns.ts",
    find: "if (intervalMilliseconds <= 0) return 0;",
    replace: "if (intervalMilliseconds > 0) return 0;",
  },
  {
    name: "begins no resync after its time",
    file: "src/backends/redis/redis-repetition.ts",
    find: "await runs.get(name)?.();",
    replace: "",
  },
];
