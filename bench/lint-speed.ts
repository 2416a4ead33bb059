/**
 * `npm run bench`: how long it takes to lint a plan document, and many. The documents are generated in the manner
 * of real plans: phases with counts, boxes, marks, ranges, tables, chains, and now and then something wrong. In time
 * that passed, the least of several runs for one document; the time of all threads, which compile and collect garbage
 * meanwhile, stands behind it.
 */
import { lintDocument } from "../src/lint/lint-document.ts";

const runs = 5;

const long = documentOf(2_000, 1);
const few = timeOf(() => lintDocument({ path: "plan.md", text: long }, null), runs);
say("a document of 2,000 lines", few, 100);

const many = Array.from({ length: 500 }, (_, index) =>
  documentOf(60 + ((index * 37) % 240), index),
);
const lines = many.reduce((sum, text) => sum + text.split("\n").length, 0);
const all = timeOf(() => {
  for (const [index, text] of many.entries())
    lintDocument({ path: `plan-${index}.md`, text }, null);
}, 1);
say(`500 documents, ${lines} lines`, all, 3_000);

function say(what: string, { passed, ofThreads }: Taken, most: number): void {
  const verdict = passed < most ? "" : ", TOO SLOW";
  console.log(
    `${what.padEnd(36)} ${passed.toFixed(0).padStart(6)} ms of ${most}${verdict} (${ofThreads.toFixed(0)} ms of all threads)`,
  );
}

/** In milliseconds. */
interface Taken {
  readonly passed: number;
  readonly ofThreads: number;
}

function timeOf(work: () => void, times: number): Taken {
  const taken = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    const start = performance.now();
    work();
    const passed = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    return { passed, ofThreads: (user + system) / 1000 };
  });
  return taken.reduce((least, one) => (one.passed < least.passed ? one : least));
}

/** Other seeds have other numbers and other errors. */
function documentOf(length: number, seed: number): string {
  const parts = [
    `# Plan ${seed}\n\n> **Status:** 39/50 (78%) | Critical Path: #408→#404-407→#410\n`,
  ];
  for (let phase = 1; lineCount(parts) < length; phase += 1) parts.push(phaseOf(phase, seed));
  return parts.join("\n").split("\n").slice(0, length).join("\n");
}

function lineCount(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.split("\n").length, 0);
}

function phaseOf(phase: number, seed: number): string {
  const first = phase * 20 + seed;
  const done = (phase + seed) % 9;
  const entries = Array.from({ length: 8 }, (_, index) => {
    const box = index < done ? "x" : " ";
    return `- [${box}] #${first + index} Build part ${index} of phase ${phase} – ${box === "x" ? "✅" : "📋 ready"}`;
  });
  return [
    `## Phase ${phase}: Part ${phase} (${done}/8)\n`,
    ...entries,
    "",
    `**Started**: 2026-01-${10 + (phase % 18)}`,
    `**Moved to M${(phase % 4) + 3}:** #${first + 9} (handlers), #${first + 10}-${first + 12} (alerting)\n`,
    "| Part | Done | Open |",
    "|---|---|---|",
    `| Parser | ${done} | ${8 - done} |`,
    `| Total | ${done} | ${8 - done} |\n`,
    `#${first} → (#${first + 1}, #${first + 2}) → #${first + 3}\n`,
    `The work of this phase follows [the design](docs/design-${phase}.md), which waits for \`#${first}\`.\n`,
  ].join("\n");
}
