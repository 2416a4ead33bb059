/** Plays the seeds that it is sent, one after the other, in a thread of its own. */
import { parentPort } from "node:worker_threads";
import { noOpenFaults, openFaults } from "./open-faults.ts";
import { playStory } from "./play-story.ts";
import { writeStory } from "./story.ts";

export interface SeedOrder {
  readonly seed: number;
  readonly isStrict: boolean;
}

export interface SeedResult {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly fingerprint: string;
}

parentPort?.on("message", async ({ seed, isStrict }: SeedOrder) => {
  const faults = isStrict ? noOpenFaults : openFaults;
  const { violations, fingerprint } = await playStory(writeStory(seed), faults);
  parentPort?.postMessage({ seed, violations, fingerprint } satisfies SeedResult);
});
