/** The plans under `examples/`, and what they show. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Hint } from "../../../sandbox/web/exhibit.ts";
import type { Day } from "../../domain/calendar.ts";
import { eventsSchema, type PlayedEvent } from "../play/event-schema.ts";
import { readFolder } from "../read-folder.ts";
import { parseSpec } from "../spec/parse-spec.ts";
import type { Spec } from "../spec/spec-schema.ts";

export interface Example {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** The day its story begins; any unless given. */
  readonly today?: Day;
  readonly hints: readonly Hint[];
}

export interface ReadExample {
  readonly spec: Spec;
  readonly events: readonly PlayedEvent[];
  readonly files: Readonly<Record<string, Uint8Array>>;
}

const settings = ".github/milepost.yml";
const lastHints: readonly Hint[] = [
  { text: "Break the settings, and see what is said about it", path: `edit/main/${settings}` },
  { text: "Lose webhooks or kill Milepost, and watch it catch up", path: "play" },
  { text: "Look what each change caused, and what it cost", path: "log" },
];

export const examples: readonly Example[] = [
  {
    id: "m2-data-foundations",
    title: "M2 Data Foundations",
    summary:
      "A milestone of 50 issues, 39 of them done, with a chain of issues that wait for each other and epics that reach into other milestones.",
    hints: [
      {
        text: "Close #408 on the right, and watch what it frees: here, and in the plan document",
        path: "issues/408",
      },
      { text: "Read the plan document and its history", path: "blob/main/docs/M2-plan.md" },
      ...lastHints,
    ],
  },
  {
    id: "phase-5-status",
    title: "Phase 5 status",
    summary: "A status board of twelve milestones, counted in 132 tasks, and its progress log.",
    today: "2025-07-26",
    hints: [
      { text: "Read the status board", path: "blob/main/docs/PHASE-5-STATUS.md" },
      { text: "Open an issue and tick a task", path: "issues" },
      ...lastHints,
    ],
  },
  {
    id: "database-roadmap",
    title: "Database roadmap",
    summary: "Six milestones that wait for each other, 22 issues with priorities and tasks.",
    hints: [
      { text: "Read the roadmap", path: "blob/main/docs/ROADMAP.md" },
      { text: "Open an issue and tick a task", path: "issues" },
      ...lastHints,
    ],
  },
];

export async function readExample(id: string): Promise<ReadExample> {
  const folder = new URL(`../../../examples/${id}/`, import.meta.url);
  const read = (name: string) => readFile(new URL(name, folder), "utf8");
  return {
    spec: parseSpec(await read("spec.json"), "spec.json").spec,
    events: eventsSchema.parse(JSON.parse(await read("events.json"))),
    files: await readFolder(fileURLToPath(new URL("documents", folder))),
  };
}
