/** Something that one process of all does once within a time. */
import type { Redis } from "ioredis";

/** True for who asks first; false for all others until the time has passed. */
export async function claimInRedis(
  redis: Redis,
  name: string,
  milliseconds: number,
  prefix = "milepost",
): Promise<boolean> {
  const reply = await redis.set(`${prefix}:claim:${name}`, 1, "PX", milliseconds, "NX");
  return reply === "OK";
}
