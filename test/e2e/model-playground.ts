import { readFileSync } from "node:fs";
import { type Figures, figuresSchema } from "../../src/cli/demo/figures.ts";
import { eventsSchema, type PlayedEvent } from "../../src/cli/play/event-schema.ts";
import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from "../../src/cli/play/playground.ts";
import { parseSpec } from "../../src/cli/spec/parse-spec.ts";
import type { Spec } from "../../src/cli/spec/spec-schema.ts";
import type { Log } from "../../src/engine/ports.ts";

const example = new URL("../../examples/m2-data-foundations/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, example), "utf8");

export const modelSpec: Spec = parseSpec(read("spec.json"), "spec.json").spec;
export const modelEvents: readonly PlayedEvent[] = eventsSchema.parse(
  JSON.parse(read("events.json")),
);
export const modelFigures: readonly Figures[] = figuresSchema.parse(
  JSON.parse(read("expected.json")),
);
export const modelDocument = "docs/M2-plan.md";
export const modelFiles: Readonly<Record<string, Uint8Array>> = {
  ".github/milepost.yml": bytes(read("documents/.github/milepost.yml")),
  [modelDocument]: bytes(read("documents/docs/M2-plan.md")),
};

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export interface LoggedLine {
  readonly level: "warn" | "error";
  readonly message: string;
}

/** What the App complained of; a test that expects nothing checks that it stays empty. */
export function complaints(): { log: Log; lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const ignore = () => undefined;
  return {
    lines,
    log: {
      debug: ignore,
      info: ignore,
      warn: (_fields, message) => lines.push({ level: "warn", message }),
      error: (_fields, message) => lines.push({ level: "error", message }),
    },
  };
}

/** Runs against a fresh sandbox and App and stops both, whatever happens. */
export async function withPlayground(
  input: Partial<Omit<PlaygroundOptions, "log">>,
  run: (playground: Playground, lines: readonly LoggedLine[]) => Promise<void>,
): Promise<void> {
  const { log, lines } = complaints();
  const waits = { settleMilliseconds: 5, retryMilliseconds: [20, 100, 500] };
  const usual = { spec: modelSpec, files: modelFiles, ...waits };
  const playground = await startPlayground({ ...usual, ...input, log });
  try {
    await run(playground, lines);
  } finally {
    await playground.stop();
  }
}
