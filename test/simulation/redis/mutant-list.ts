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
    name: "writes without a turn among processes",
    file: "src/backends/redis/write-turns.ts",
    find: "if (intervalMilliseconds <= 0) return 0;",
    replace: "if (intervalMilliseconds > 0) return 0;",
    first: 26,
  },
  {
    name: "takes a request before it is due",
    file: "src/backends/redis/sync-request-scripts.ts",
    find: "if due > tonumber(ARGV[1]) then return {'early', due} end",
    replace: "",
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
    find: "const before = Date.now() - sweepMilliseconds;",
    replace: "const before = 0;",
    first: 5,
  },
  {
    name: "lets a worker that comes too late end another's run",
    file: "src/backends/redis/sync-request-scripts.ts",
    find: "if redis.call('HGET', repository, 'run') ~= ARGV[2] then return -1 end",
    replace: "",
    first: 3,
  },
  {
    name: "keeps what it remembers though another process has saved since",
    file: "src/backends/redis/redis-cache.ts",
    find: "this.#stamps.get(memory) === stamp",
    replace: "this.#stamps.has(memory)",
    first: 14,
  },
  {
    name: "ends a worker without patience",
    file: "src/backends/redis/close-worker.ts",
    find: "const patienceMilliseconds = 2_000;",
    replace: "const patienceMilliseconds = 0;",
    tests: "test/backends/redis-outage.test.ts",
  },
  {
    name: "ends a worker with all patience",
    file: "src/backends/redis/close-worker.ts",
    find: "  let waiting: Connection | undefined;",
    replace: "  return worker.close();\n  let waiting: Connection | undefined;",
    first: 17,
  },
  {
    name: "waits for the next attempt to connect, when a worker ends",
    file: "src/backends/redis/close-worker.ts",
    find: "const isRedisThere = () => open(redis);",
    replace: 'const isRedisThere = () => redis.status === "ready";',
    tests: "test/backends/redis-outage.test.ts",
  },
  {
    name: "ends a worker whose waiting connection breaks",
    file: "src/backends/redis/close-worker.ts",
    find: ".catch(() => undefined);\n}\n\n/** Whether",
    replace: ";\n}\n\n/** Whether",
    tests: "test/backends/redis-outage.test.ts",
  },
];
