/** The boards and roadmaps of `examples/`, at work against the sandbox. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import { eventsSchema, type PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { readFolder } from "../../src/cli/read-folder.ts";
import { parseSpec } from "../../src/cli/spec/parse-spec.ts";
import type { Spec } from "../../src/cli/spec/spec-schema.ts";
import { bytes, withPlayground } from "./model-playground.ts";

export interface Example {
  readonly spec: Spec;
  readonly events: readonly PlayedEvent[];
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export async function readExample(name: string): Promise<Example> {
  const path = (file: string) =>
    fileURLToPath(new URL(`../../examples/${name}/${file}`, import.meta.url));
  return {
    spec: parseSpec(readFileSync(path("spec.json"), "utf8"), "spec.json").spec,
    events: eventsSchema.parse(JSON.parse(readFileSync(path("events.json"), "utf8"))),
    files: await readFolder(path("documents")),
  };
}

/** The same files with other settings. */
export function withSettings({ files }: Example, settings: string): Example["files"] {
  return { ...files, ".github/milepost.yml": bytes(settings) };
}

/** The texts of a step as people see them: the status issue, and the documents by path. */
export interface Pages {
  readonly status: string;
  readonly documents: ReadonlyMap<string, string>;
}

/** Plays the events one by one; the pages of the start and after each. Throws what Milepost complains of. */
export async function walkExample({ spec, events, files }: Example): Promise<readonly Pages[]> {
  const pages: Pages[] = [];
  await withPlayground({ spec, files, today: "2025-07-26" }, async (playground, complaints) => {
    pages.push(pagesOf(playground));
    for (const event of events) {
      applyEvent(playground.sandbox, playground.seeded, event);
      await playground.settle();
      pages.push(pagesOf(playground));
    }
    if (complaints.length > 0) throw new Error(JSON.stringify(complaints));
  });
  return pages;
}

function pagesOf(playground: Playground): Pages {
  const { statusIssue, documents } = readSurfaces(playground);
  const texts = [...documents].map(
    ([path, file]) => [path, new TextDecoder().decode(file)] as const,
  );
  return { status: statusIssue?.body ?? "", documents: new Map(texts) };
}
