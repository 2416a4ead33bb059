/**
 * `npm run simulate -- --seeds N [--seed S] [--backend redis] [--mutants [--only NAME]]`: plays N worlds from seed
 * S on, or one with all that was logged. Ends with 1 where one fails. `--outputFile` is given the counts, in
 * the words in which Jest gives those of tests.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { howToInstallRedis, isRedisInstalled, startRedis } from "../backends/redis-server.ts";
import { runMutants } from "./mutants.ts";
import { playSeeds } from "./play-seeds.ts";
import { type Played, playStory } from "./play-story.ts";
import { RedisUpstream } from "./redis/redis-upstream.ts";
import { shrinkStory } from "./shrink.ts";
import type { SeedResult } from "./simulate-worker.ts";
import { type Story, writeStory } from "./story.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string" },
    backend: { type: "string", default: "memory" },
    seed: { type: "string" },
    mutants: { type: "boolean", default: false },
    only: { type: "string" },
    outputFile: { type: "string" },
  },
});

const print = (line: string) => process.stdout.write(`${line}\n`);
const first = Number(values.seed ?? 1);
const isOne = values.seed !== undefined && !process.argv.includes("--seeds");

/** A world on Redis takes several times as long as one in memory. */
const seeds = Number(values.seeds ?? (values.backend === "redis" ? 100 : 2_000));

if (![first, seeds].every((one) => Number.isInteger(one) && one > 0)) {
  fail("--seed and --seeds are whole numbers from 1 on.");
} else if (values.backend === "redis") await withRedis(simulate);
else if (values.backend === "memory") await simulate();
else fail(`--backend is memory or redis, not ${values.backend}.`);

async function simulate(redisSocket?: string): Promise<void> {
  if (values.mutants) await tryMutants(redisSocket);
  else if (isOne) await replay(first, redisSocket);
  else await playMany(seeds, redisSocket);
}

/** Each run has a server of its own, which ends with it. */
async function withRedis(run: (redisSocket: string) => Promise<void>): Promise<void> {
  if (!isRedisInstalled) return fail(howToInstallRedis);
  const { socket, stop } = await startRedis();
  await run(socket).finally(stop);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function playMany(count: number, redisSocket?: string): Promise<void> {
  const begin = performance.now();
  const onPlayed = (played: number) => {
    if (played % (redisSocket ? 10 : 500) === 0) print(`${played} worlds`);
  };
  const onFailed = ({ seed, violations }: SeedResult) =>
    print(`seed ${seed}: ${violations.join("\n  ")}`);
  const failed = await playSeeds({ first, count, redisSocket, onPlayed, onFailed });
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  print(`${count} worlds from seed ${first} in ${seconds} s: ${failed.length} failed`);
  if (values.outputFile !== undefined) writeCounts(values.outputFile, count, failed.length);
  if (failed.length > 0) {
    print(`To see one again: npm run simulate -- --backend ${values.backend} --seed NUMBER`);
    process.exitCode = 1;
  }
}

function writeCounts(file: string, count: number, failed: number): void {
  const counts = { numPassedTests: count - failed, numFailedTests: failed };
  writeFileSync(file, JSON.stringify(counts));
}

async function replay(seed: number, redisSocket?: string): Promise<void> {
  const onRedis = redisSocket === undefined ? null : await openRedis(redisSocket);
  const play = (story: Story) => onRedis?.play(story) ?? playStory(story);
  await replayBy(seed, play).finally(onRedis?.close);
}

/** What node does on simulated time from then on, it does in all of this process. */
async function openRedis(redisSocket: string) {
  const { playRedisStory } = await import("./redis/play-redis-story.ts");
  const upstream = await RedisUpstream.connect(redisSocket, 0);
  return {
    play: (story: Story) => playRedisStory(story, upstream),
    close: () => upstream.close(),
  };
}

async function replayBy(seed: number, play: (story: Story) => Promise<Played>): Promise<void> {
  const story = writeStory(seed);
  const played = await play(story);
  for (const line of played.lines) print(line);
  print(`seed ${seed}, fingerprint ${played.fingerprint}: ${told(played.violations)}`);
  if (played.violations.length === 0) return;
  process.exitCode = 1;
  const { steps, ...rest } = await shrinkStory(story, play);
  print(`\nThe least of it that fails: ${JSON.stringify(rest)}`);
  for (const step of steps) print(`  ${JSON.stringify(step)}`);
}

function told(violations: readonly string[]): string {
  return violations.length === 0 ? "all is as it should be" : `\n${violations.join("\n")}`;
}

async function tryMutants(redisSocket?: string): Promise<void> {
  const survivors = await runMutants({ seeds, only: values.only, redisSocket, print });
  if (survivors > 0) process.exitCode = 1;
}
