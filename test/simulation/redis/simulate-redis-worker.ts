/** Plays the seeds that it is sent on its own database of a Redis, one after the other, in a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import type { SeedOrder, SeedResult } from "../simulate-worker.ts";
import { writeStory } from "../story.ts";
import { playRedisStory } from "./play-redis-story.ts";
import { RedisUpstream } from "./redis-upstream.ts";

export interface RedisWorkerData {
  readonly redisSocket: string;
  readonly database: number;
}

const { redisSocket, database }: RedisWorkerData = workerData;
const upstream = RedisUpstream.connect(redisSocket, database);

parentPort?.on("message", async ({ seed }: SeedOrder) => {
  const story = writeStory(seed);
  const { violations, fingerprint } = await playRedisStory(story, await upstream);
  parentPort?.postMessage({ seed, violations, fingerprint } satisfies SeedResult);
});
