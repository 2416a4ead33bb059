import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import { eventsSchema } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { readFolder } from "../../src/cli/read-folder.ts";
import { parseSpec } from "../../src/cli/spec/parse-spec.ts";
import { withPlayground } from "./model-playground.ts";

interface Step {
  readonly total: string;
  /** Titles of the open milestones that nothing holds back, by their first words. */
  readonly free: readonly string[];
}

const walks: readonly [string, readonly Step[]][] = [
  [
    "phase-5-status",
    [
      { total: "0/132 tasks (0%)", free: ["5.1", "5.3", "5.5", "5.6"] },
      { total: "9/132 tasks (7%)", free: ["5.2", "5.3", "5.5", "5.6"] },
      { total: "23/132 tasks (17%)", free: ["5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "5.12"] },
      { total: "54/132 tasks (41%)", free: ["5.7", "5.8", "5.9", "5.10", "5.12"] },
      { total: "105/132 tasks (80%)", free: ["5.11", "5.12"] },
      { total: "118/132 tasks (89%)", free: ["5.12"] },
      { total: "132/132 tasks (100%)", free: [] },
    ],
  ],
  [
    "database-roadmap",
    [
      { total: "0/22 (0%)", free: ["DB-ML0"] },
      { total: "3/22 (14%)", free: ["DB-ML1"] },
      { total: "8/22 (36%)", free: ["DB-ML2", "DB-ML3"] },
      { total: "12/22 (55%)", free: ["DB-ML3"] },
      { total: "16/22 (73%)", free: ["DB-ML4"] },
      { total: "19/22 (86%)", free: ["DB-ML5"] },
      { total: "22/22 (100%)", free: [] },
    ],
  ],
];

const daysEarly = [3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/** How many days early each milestone was, as the document says. */
function lastDays(playground: Playground): readonly number[] {
  const document = readSurfaces(playground).documents.get("docs/PHASE-5-STATUS.md");
  const text = new TextDecoder().decode(document);
  return [...text.matchAll(/Completed:\*\* \S+, (\d+) days early/g)].map(([, days]) =>
    Number(days),
  );
}

const example = (name: string, path: string) =>
  fileURLToPath(new URL(`../../examples/${name}/${path}`, import.meta.url));
const keyOf = (title: string) => /\d+\.\d+|DB-ML\d/.exec(title)?.[0] ?? title;

describe("the walks of boards and roadmaps", () => {
  test.each(walks)(
    "%s: every step gives the stated figures on the surfaces",
    async (name, steps) => {
      const { spec } = parseSpec(readFileSync(example(name, "spec.json"), "utf8"), "spec.json");
      const events = eventsSchema.parse(
        JSON.parse(readFileSync(example(name, "events.json"), "utf8")),
      );
      const files = await readFolder(example(name, "documents"));
      await withPlayground({ spec, files, today: "2025-07-26" }, async (playground, complaints) => {
        for (const [index, event] of [null, ...events].entries()) {
          if (event) applyEvent(playground.sandbox, playground.seeded, event);
          await playground.settle();
          const milestones = playground.plan()?.milestones ?? [];
          const free = milestones
            .filter((one) => one.state === "open")
            .map((one) => keyOf(one.title));
          expect({ step: index, free: free.sort() }).toEqual({
            step: index,
            free: [...(steps[index]?.free ?? [])].sort(),
          });
          const { documents } = readSurfaces(playground);
          const texts = [...documents.values()]
            .map((file) => new TextDecoder().decode(file))
            .join();
          expect(texts).toContain(steps[index]?.total);
        }
        if (name === "phase-5-status") expect(lastDays(playground)).toEqual(daysEarly);
        expect(events).toHaveLength(steps.length - 1);
        expect(complaints).toEqual([]);
      });
    },
  );
});
