/** The M2 plan's story played to its end: what each step caused, and whether every figure is right. */
import { readFile } from "node:fs/promises";
import { applyEvent } from "../play/apply-event.ts";
import { describeEvent } from "../play/describe-event.ts";
import type { PlayedEvent } from "../play/event-schema.ts";
import { type Playground, startPlayground } from "../play/playground.ts";
import { readSurfaces } from "../play/read-surfaces.ts";
import { quietLog } from "../quiet-log.ts";
import { readExample } from "./examples.ts";
import { differences, type Figures, figuresSchema } from "./figures.ts";
import { stepLine, stepSummary } from "./step-line.ts";

const expectedFile = new URL(
  "../../../examples/m2-data-foundations/expected.json",
  import.meta.url,
);

/** Whether every figure was as expected. */
export async function walk(print: (line: string) => void): Promise<boolean> {
  const { spec, events, files } = await readExample("m2-data-foundations");
  const expected = figuresSchema.parse(JSON.parse(await readFile(expectedFile, "utf8")));
  const started = performance.now();
  const playground = await startPlayground({ spec, files, log: quietLog(print) });
  print(`M2 Data Foundations, ${playground.seeded.issues.size} issues`);
  const wrong = await playAll(playground, { events, expected, started }, print);
  await playground.stop();
  const steps = events.length + 1;
  print(
    wrong === 0 ? `All figures of ${steps} steps are as expected.` : `${wrong} figures are wrong.`,
  );
  return wrong === 0;
}

interface Story {
  readonly events: readonly PlayedEvent[];
  readonly expected: readonly Figures[];
  readonly started: number;
}

/** The number of figures that are not as expected. */
async function playAll(
  playground: Playground,
  { events, expected, started }: Story,
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
