/** A Lua script, which Redis runs as one step: nobody sees, and no crash leaves, half of it. */
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

export type Argument = string | number | Buffer;

/** Gives what the script returns; its shape is for the caller to check. */
export type LuaScript = (
  redis: Redis,
  keys: readonly string[],
  values: readonly Argument[],
) => Promise<unknown>;

export function luaScript(source: string): LuaScript {
  const sha = createHash("sha1").update(source).digest("hex");
  return async (redis, keys, values) => {
    try {
      return await redis.evalsha(sha, keys.length, ...keys, ...values);
    } catch (error) {
      if (!isUnknownScript(error)) throw error;
      return redis.eval(source, keys.length, ...keys, ...values);
    }
  };
}

/** A server that has not seen the script yet, or has restarted since. */
function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("NOSCRIPT");
}
