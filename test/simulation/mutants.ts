/**
 * Breaks one guard at a time, in a copy of the code, and plays seeds until one catches it, or runs the tests that
 * hold it. A guard that nobody misses is either not needed or not tested.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Mutant, mutants } from "./mutant-list.ts";
import { playSeeds } from "./play-seeds.ts";
import { redisMutants } from "./redis/mutant-list.ts";

export interface MutantsOptions {
  /** How many are played before a mutant counts as not caught. */
  readonly seeds: number;
  /** The name of one; all unless given. */
  readonly only?: string;
  /** Tries those of the backend on Redis; all others unless given. */
  readonly redisSocket?: string;
  readonly print: (line: string) => void;
}

const sources = ["src", "sandbox", "test", "examples"];
const copied = [...sources, "package.json", "tsconfig.json", "jest.config.js"];
const longestTests = 5 * 60_000;
const root = new URL("../../", import.meta.url);

/** How many were not caught, or could not be made. */
export async function runMutants(options: MutantsOptions): Promise<number> {
  const { seeds, only, redisSocket, print } = options;
  const all = redisSocket === undefined ? mutants : redisMutants;
  const chosen = all.filter(({ name }) => only === undefined || name === only);
  let survivors = 0;
  if (chosen.length === 0) {
    survivors += 1;
    print(`${only}: NOT MADE: no guard has this name`);
  }
  for (const mutant of chosen) {
    const line = await tryMutant(mutant, seeds, redisSocket);
    if (!line.startsWith("caught")) survivors += 1;
    print(`${mutant.name}: ${line}`);
  }
  return survivors;
}

async function tryMutant(mutant: Mutant, seeds: number, redisSocket?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "milepost-mutant-"));
  try {
    for (const name of copied) {
      cpSync(new URL(name, root), join(folder, name), { recursive: true });
    }
    symlinkSync(new URL("node_modules", root).pathname, join(folder, "node_modules"));
    const fault = mutate(join(folder, mutant.file), mutant);
    if (fault !== null) return fault;
    if (mutant.tests !== undefined) return runTests(folder, mutant.tests);
    const copy = pathToFileURL(`${folder}/test/simulation/`);
    const { first = 1 } = mutant;
    const range = { first, count: seeds, mostFailures: 1 };
    const [caught] = await playSeeds({ ...range, redisSocket, folder: copy });
    if (caught === undefined) return `NOT CAUGHT by ${seeds} seeds from ${first} on`;
    const { seed, violations } = caught;
    const [unbroken] = await playSeeds({ first: seed, count: 1, mostFailures: 1, redisSocket });
    if (unbroken) return `NOT MADE: seed ${seed} fails in the code as it is`;
    return `caught by seed ${seed}: ${violations[0]?.split("\n")[0]}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a broken guard leaves open must not keep them from ending. */
function runTests(folder: string, tests: string): string {
  const results = join(folder, "results.json");
  const options = ["-w", "1", "--forceExit", "--json", `--outputFile=${results}`];
  const jest = ["--no-warnings", "node_modules/jest/bin/jest.js", tests, ...options];
  const limits = { stdio: "ignore", timeout: longestTests } as const;
  const { error } = spawnSync(process.execPath, jest, { cwd: folder, ...limits });
  if (error) return `caught by ${tests}, which does not end`;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, "utf8"));
  const all = numPassedTests + numFailedTests;
  if (all === 0) return `NOT MADE: no test of ${tests} could begin`;
  const counts = `${numFailedTests} of ${all} in ${tests}`;
  return numFailedTests > 0 ? `caught by ${counts}` : `NOT CAUGHT by ${tests}`;
}

/** Null where it is done. */
function mutate(path: string, { find, replace, file }: Mutant): string | null {
  const text = readFileSync(path, "utf8");
  const places = text.split(find).length - 1;
  if (places !== 1) return `NOT MADE: its place is there ${places} times in ${file}`;
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  return null;
}
