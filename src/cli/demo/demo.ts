/**
 * `milepost demo`: the M2 plan at work. Plays what happened to the plan, shows what each step caused,
 * checks every figure, and leaves everything running unless it is asked to end by itself.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { applyEvent } from "../play/apply-event.ts";
import { describeEvent } from "../play/describe-event.ts";
import { eventsSchema, type PlayedEvent } from "../play/event-schema.ts";
import { type Playground, startPlayground } from "../play/playground.ts";
import { readSurfaces } from "../play/read-surfaces.ts";
import { quietLog } from "../quiet-log.ts";
import { readFolder } from "../read-folder.ts";
import { parseSpec } from "../spec/parse-spec.ts";
import { differences, type Figures, figuresSchema } from "./figures.ts";
import { stepLine, stepSummary } from "./step-line.ts";

const example = new URL("../../../examples/m2-data-foundations/", import.meta.url);

export interface DemoOptions {
  readonly endsByItself: boolean;
}

/** Whether every figure was as expected. */
export async function demo({ endsByItself }: DemoOptions, print: (line: string) => void) {
  const spec = await readExample("spec.json");
  const events = eventsSchema.parse(JSON.parse(await readExample("events.json")));
  const expected = figuresSchema.parse(JSON.parse(await readExample("expected.json")));
  const files = await readFolder(fileURLToPath(new URL("documents", example)));
  const started = performance.now();
  const playground = await startPlayground({
    spec: parseSpec(spec, "spec.json").spec,
    files,
    log: quietLog(print),
  });
  print(`M2 Data Foundations, ${playground.seeded.issues.size} issues, at ${playground.url}`);
  const wrong = await walk(playground, { events, expected, started }, print);
  const steps = events.length + 1;
  print(
    wrong === 0 ? `All figures of ${steps} steps are as expected.` : `${wrong} figures are wrong.`,
  );
  if (endsByItself) await playground.stop();
  else await keepRunning(playground, print);
  return wrong === 0;
}

interface Walk {
  readonly events: readonly PlayedEvent[];
  readonly expected: readonly Figures[];
  readonly started: number;
}

/** The number of figures that are not as expected. */
async function walk(
  playground: Playground,
  { events, expected, started }: Walk,
  print: (line: string) => void,
): Promise<number> {
  let wrong = 0;
  let mark = { calls: 0, reports: 0, at: started };
  let before: string | null = null;
  for (const [index, event] of [null, ...events].entries()) {
    if (event) applyEvent(playground.sandbox, playground.seeded, event);
    await playground.settle();
    const summary = stepSummary(playground, mark);
    print(stepLine(event ? describeEvent(event) : "first sync", before, summary));
    const problems = check(playground, expected[index]);
    for (const problem of problems) print(`    ${problem}`);
    wrong += problems.length;
    before = summary.count;
    mark = {
      calls: playground.sandbox.calls.mark(),
      reports: playground.reports().length,
      at: performance.now(),
    };
  }
  return wrong;
}

function check(playground: Playground, expected: Figures | undefined): readonly string[] {
  const plan = playground.plan();
  if (!plan) return ["Nothing was computed."];
  if (!expected) return ["No figures are known for this step."];
  return differences(expected, plan, readSurfaces(playground));
}

async function keepRunning(playground: Playground, print: (line: string) => void): Promise<void> {
  const { statusIssue } = readSurfaces(playground);
  print("");
  print(`Status issue   ${playground.url}/issues/${statusIssue?.number}`);
  print(`Plan document  ${playground.url}/blob/main/docs/M2-plan.md`);
  print("Both are still running. Press Ctrl+C to end.");
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await playground.stop();
}

function readExample(name: string): Promise<string> {
  return readFile(new URL(name, example), "utf8");
}
