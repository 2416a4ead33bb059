/** Plays the seeds that it is sent, one after the other, in a thread of its own. */
import { parentPort } from "node:worker_threads";
import { playStory } from "./play-story.ts";
import { writeStory } from "./story.ts";

export interface SeedOrder {
  readonly seed: number;
}

export interface SeedResult {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly fingerprint: string;
}

parentPort?.on("message", async ({ seed }: SeedOrder) => {
  const { violations, fingerprint } = await playStory(writeStory(seed));
  parentPort?.postMessage({ seed, violations, fingerprint } satisfies SeedResult);
});
