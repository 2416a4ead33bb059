/**
 * `npm run bench:plan`: from a repository as observed to rendered surfaces, for three sizes, beside a
 * reference loop on the same machine, so that figures of different machines can be compared. Each size
 * has a process of its own. Cold is its first run, which reads every issue's text; warm runs find those
 * read, as a sync after the first does.
 */
import { execFileSync } from "node:child_process";
import { defaultConfig } from "../src/config/defaults.ts";
import { derivePlan } from "../src/domain/derive-plan.ts";
import type { Plan } from "../src/domain/plan.ts";
import { gatherProject } from "../src/facts/gather-project.ts";
import { emptyNotebook } from "../src/facts/notebook.ts";
import { renderPlanExport } from "../src/render/plan-export.ts";
import { renderStatus } from "../src/render/status-issue.ts";
import { generateRepository, type Shape, usualRow, workload } from "./generated-repository.ts";

const sizes = [1_000, 10_000, 100_000];
const runs = 15;

/** Times in milliseconds, memory in megabytes. */
interface Figures {
  readonly cold: number;
  /** The median. */
  readonly warm: number;
  readonly reference: number;
  /** What is kept between two syncs. */
  readonly kept: number;
  /** That, and the plan. */
  readonly withPlan: number;
  readonly peak: number;
}

const [size, milestonesInARow] = process.argv.slice(2).map(Number);
if (size !== undefined && milestonesInARow !== undefined) {
  console.log(JSON.stringify(measure({ size, milestonesInARow })));
} else {
  compareSizes();
}

function compareSizes(): void {
  console.log(`${workload}\nWarm is the median of ${runs} runs.\n`);
  const warm = sizes.map((one) => report({ size: one, milestonesInARow: usualRow }));
  const [, ten = 0, hundred = 0] = warm;
  console.log(`100,000 issues take ${(hundred / ten).toFixed(1)} times as long as 10,000.\n`);
  console.log("The same, but all milestones in one row, each waiting for all that lies before:");
  report({ size: 100_000, milestonesInARow: 1_000 });
}

function report(shape: Shape): number {
  const command = ["--expose-gc", import.meta.filename, ...Object.values(shape).map(String)];
  const figures: Figures = JSON.parse(
    execFileSync(process.execPath, command, { encoding: "utf8" }),
  );
  const { cold, warm, reference, kept, withPlan, peak } = figures;
  console.log(
    `${String(shape.size).padStart(7)} issues: ${warm.toFixed(0)} ms warm, ${cold.toFixed(0)} ms cold, reference loop ${reference.toFixed(0)} ms; heap ${kept.toFixed(0)} MB, with a plan ${withPlan.toFixed(0)} MB, process ${peak.toFixed(0)} MB at most`,
  );
  return warm;
}

function measure(shape: Shape): Figures {
  const observed = generateRepository(shape);
  const compute = () => {
    const input = { ...observed, config: defaultConfig, notebook: emptyNotebook };
    return derivePlan(gatherProject({ ...input, ownIssues: new Set() }), "2025-11-10");
  };
  const render = (plan: Plan) => renderStatus(plan).length + renderPlanExport(plan).length;
  const cold = timeOf(() => render(compute()));
  const warm = median(() => render(compute()));
  const kept = heapHeld();
  const plan = compute();
  render(plan);
  const withPlan = heapHeld();
  const peak = process.resourceUsage().maxRSS / 1024;
  return { cold, warm, reference: median(referenceLoop), kept, withPlan, peak };
}

function heapHeld(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

function median(run: () => unknown): number {
  const times = Array.from({ length: runs }, () => timeOf(run));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function referenceLoop(): number {
  let sum = 0;
  for (let index = 0; index < 50_000_000; index += 1) sum = (sum + index * 31) % 1_000_003;
  return sum;
}
