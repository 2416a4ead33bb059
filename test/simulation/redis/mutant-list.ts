/**
 * Guards of the backend on Redis that are broken, one at a time, and tried on worlds that play there. Not among
 * them is what seeds hardly ever miss, because something else makes up for it, only later: waking a worker at
 * once and the sweep for those that nobody was woken for, each for the other; the stamps of the cache and
 * the names of runs, for which the next reading does. `test/backends` holds these by cases of their own.
 */
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
  },
];
