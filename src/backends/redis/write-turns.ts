/**
 * Turns to write for all processes of one Redis. GitHub asks for a second between the writes of an
 * installation, whichever process makes them, so each write takes the next free moment. Where Redis does not
 * answer, a process keeps to its own pace: late turns would hold up what people wait for.
 */
import type { Redis } from "ioredis";
import type { Log } from "../../engine/ports.ts";
import { luaScript } from "./lua-script.ts";

export interface WriteTurnsOptions {
  readonly redis: Redis;
  readonly log: Log;
  /** Between two turns of an installation. */
  readonly intervalMilliseconds: number;
  /** Of all keys in Redis. */
  readonly prefix?: string;
}

/**
 * Keys: the installation's last turn. Values: the interval. Returns how many milliseconds to wait. The time
 * is that of Redis, because the processes' clocks may differ.
 */
const takeTurn = luaScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local interval = tonumber(ARGV[1])
local turn = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0) + interval)
redis.call('SET', KEYS[1], string.format('%d', turn), 'PX', turn - now + interval)
return turn - now
`);

/** Gives how many milliseconds to wait before the write of an installation. */
export function createWriteTurns(options: WriteTurnsOptions) {
  const { redis, log, intervalMilliseconds, prefix = "milepost" } = options;
  return async (installation: string): Promise<number> => {
    if (intervalMilliseconds <= 0) return 0;
    try {
      const keys = [`${prefix}:turn:${installation}`];
      return Number(await takeTurn(redis, keys, [intervalMilliseconds]));
    } catch (error) {
      log.warn({ err: error }, "no turn to write from Redis: this process keeps its own pace");
      return 0;
    }
  };
}
