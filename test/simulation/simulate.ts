/**
 * `npm run simulate -- --seeds N [--seed S] [--strict] [--mutants]`: plays N worlds from seed S on, or one
 * with all that was logged. Ends with 1 where one fails.
 */
import { parseArgs } from "node:util";
import { runMutants } from "./mutants.ts";
import { noOpenFaults, openFaults } from "./open-faults.ts";
import { playSeeds } from "./play-seeds.ts";
import { playStory } from "./play-story.ts";
import { shrinkStory } from "./shrink.ts";
import type { SeedResult } from "./simulate-worker.ts";
import { type Story, writeStory } from "./story.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "2000" },
    seed: { type: "string" },
    strict: { type: "boolean", default: false },
    mutants: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const print = (line: string) => process.stdout.write(`${line}\n`);
const first = Number(values.seed ?? 1);
const isOne = values.seed !== undefined && !process.argv.includes("--seeds");

if (values.mutants) await tryMutants();
else if (isOne) await replay(first);
else await playMany(Number(values.seeds));

async function playMany(count: number): Promise<void> {
  const begin = performance.now();
  const onPlayed = (played: number) => {
    if (played % 500 === 0) print(`${played} worlds`);
  };
  const onFailed = ({ seed, violations }: SeedResult) =>
    print(`seed ${seed}: ${violations.join("\n  ")}`);
  const isStrict = values.strict;
  const failed = await playSeeds({ first, count, isStrict, onPlayed, onFailed });
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  print(`${count} worlds from seed ${first} in ${seconds} s: ${failed.length} failed`);
  if (failed.length > 0) {
    print("To see one again: npm run simulate -- --seed NUMBER");
    process.exitCode = 1;
  }
}

async function replay(seed: number): Promise<void> {
  const play = (story: Story) => playStory(story, values.strict ? noOpenFaults : openFaults);
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

async function tryMutants(): Promise<void> {
  const survivors = await runMutants({ seeds: Number(values.seeds), only: values.only, print });
  if (survivors > 0) process.exitCode = 1;
}
