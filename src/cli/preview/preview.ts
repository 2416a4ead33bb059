/** `milepost preview --spec`: any plan, without GitHub, step by step into a folder. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDay } from "../../domain/calendar.ts";
import { InputError } from "../input-error.ts";
import { applyEvent } from "../play/apply-event.ts";
import { describeEvent } from "../play/describe-event.ts";
import { eventsSchema, type PlayedEvent } from "../play/event-schema.ts";
import { startPlayground } from "../play/playground.ts";
import { quietLog } from "../quiet-log.ts";
import { readFolder } from "../read-folder.ts";
import { describe, parseJson, parseSpec } from "../spec/parse-spec.ts";
import { writeStep } from "./write-step.ts";

export interface PreviewOptions {
  readonly spec: string;
  readonly out: string;
  readonly events?: string;
  readonly documents?: string;
  readonly today?: string;
}

/** Writes OUT/000 after the start and OUT/001, … after each step. Throws InputErrors. */
export async function preview(options: PreviewOptions, print: (line: string) => void) {
  const { spec, warnings } = parseSpec(await readInput(options.spec), options.spec);
  for (const warning of warnings) print(`Warning: ${warning}`);
  const events = options.events === undefined ? [] : await readEvents(options.events);
  const files = options.documents === undefined ? {} : await readFolder(options.documents);
  const { today } = options;
  if (today !== undefined && !isDay(today)) {
    throw new InputError(`--today takes a day like 2026-01-31, not "${today}".`);
  }
  await removeEarlierSteps(options.out);
  const playground = await startPlayground({ spec, files, log: quietLog(print), today });
  try {
    let mark = 0;
    for (const [step, event] of [null, ...events].entries()) {
      const refused = event ? applyEvent(playground.sandbox, playground.seeded, event) : [];
      await playground.settle();
      const folder = join(options.out, String(step).padStart(3, "0"));
      await writeStep(folder, playground, mark);
      mark = playground.sandbox.calls.all().length;
      print(`${folder}  ${event ? describeEvent(event) : "start"}`);
      for (const refusal of refused) print(`Warning: ${refusal}`);
    }
  } finally {
    await playground.stop();
  }
}

async function readEvents(file: string): Promise<readonly PlayedEvent[]> {
  const result = eventsSchema.safeParse(parseJson(await readInput(file), file));
  if (!result.success) throw new InputError(describe(result.error, file));
  return result.data;
}

async function readInput(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new InputError(`${file} can't be read: ${(error as Error).message}`);
  }
}

/** A shorter run must not leave the steps of a longer one behind. */
async function removeEarlierSteps(out: string): Promise<void> {
  const entries = await readdir(out).catch(() => []);
  const steps = entries.filter((name) => /^\d{3,}$/.test(name));
  await Promise.all(steps.map((name) => rm(join(out, name), { recursive: true })));
}
