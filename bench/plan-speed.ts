/**
 * `npm run bench`: from a repository as observed to rendered surfaces, for three sizes, beside a
 * reference loop on the same machine, so that figures of different machines can be compared. Cold is the
 * first run, which parses every issue's text; warm runs find those parsed, as a sync after the first does.
 */
import { defaultConfig } from "../src/config/defaults.ts";
import { derivePlan } from "../src/domain/derive-plan.ts";
import { gatherProject } from "../src/facts/gather-project.ts";
import { emptyNotebook } from "../src/facts/notebook.ts";
import { renderPlanExport } from "../src/render/plan-export.ts";
import { renderStatus } from "../src/render/status-issue.ts";
import { generateRepository } from "./generated-repository.ts";

const sizes = [1_000, 10_000, 100_000];
const runs = 7;

for (const size of sizes) {
  const observed = generateRepository(size);
  const compute = () => {
    const input = { ...observed, config: defaultConfig, notebook: emptyNotebook };
    const project = gatherProject({ ...input, ownIssues: new Set() });
    const plan = derivePlan(project, "2025-11-10");
    return renderStatus(plan).length + renderPlanExport(plan).length;
  };
  const cold = timeOf(compute);
  const milliseconds = median(compute);
  const memory = Math.round(process.memoryUsage().heapUsed / 1_048_576);
  console.log(
    `${String(size).padStart(7)} issues: ${milliseconds.toFixed(0).padStart(6)} ms warm (median of ${runs}), ${cold.toFixed(0)} ms cold, reference loop ${median(reference).toFixed(0)} ms, heap ${memory} MB`,
  );
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

function reference(): number {
  let sum = 0;
  for (let index = 0; index < 50_000_000; index += 1) sum = (sum + index * 31) % 1_000_003;
  return sum;
}
