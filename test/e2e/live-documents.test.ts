/** Hand-written plans, live: what the first sync changes, and what each step of the walk does. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "#test";
import { describeEvent } from "../../src/cli/play/describe-event.ts";
import { eventsSchema } from "../../src/cli/play/event-schema.ts";
import { parseSpec } from "../../src/cli/spec/parse-spec.ts";
import { changedLines } from "../live/changed-lines.ts";
import { type Example, readExample, walkExample } from "./example-playground.ts";
import { bytes, modelEvents, modelSpec } from "./model-playground.ts";

const cases = new URL("../cases/", import.meta.url);
const readCase = (path: string) => readFileSync(new URL(path, cases), "utf8");

/** `file` is the plan, in the folder of cases; `keys` are further ones of its entry in the settings. */
async function walk(
  example: Pick<Example, "spec" | "events">,
  file: string,
  settings: string,
  keys = settings === "" ? ", milestone: M2" : "",
) {
  const path = "docs/plan.md";
  const document = readCase(file);
  const config = `${settings === "" ? "commits: {every: 0}\n" : settings}documents: [{path: ${path}, live: true${keys}}]\n`;
  const files = { [path]: bytes(document), ".github/milepost.yml": bytes(config) };
  const pages = await walkExample({ ...example, files });
  const titles = ["the first sync", ...example.events.map(describeEvent)];
  let before = document;
  let asked: readonly string[] = [];
  const steps = pages.map(({ documents, status }, index) => {
    const after = documents.get(path) ?? "";
    const lines = changedLines(before, after);
    const questions = questionsIn(status);
    const news = [
      ...(lines === "" ? [] : [lines]),
      ...questions.filter((one) => !asked.includes(one)).map((one) => `asked: ${one}`),
      ...asked.filter((one) => !questions.includes(one)).map((one) => `no longer asked: ${one}`),
    ];
    before = after;
    asked = questions;
    return [`## ${titles[index]}`, ...news, ""].join("\n");
  });
  return steps.join("\n");
}

/** Whose title the status issue says it cannot tell: the beginning of each question. */
function questionsIn(status: string): readonly string[] {
  return status.match(/line \d+: The box.*?(?=\. To have it)/g) ?? [];
}

/** A plan whose issues and steps stand beside what is expected. */
function readCaseExample(folder: string): Pick<Example, "spec" | "events"> {
  return {
    spec: parseSpec(readCase(`${folder}/spec.json`), "spec.json").spec,
    events: eventsSchema.parse(JSON.parse(readCase(`${folder}/events.json`))),
  };
}

describe("a live plan", () => {
  test("of one milestone changes just the lines that are no longer true", async () => {
    const changes = await walk(
      { spec: modelSpec, events: modelEvents },
      "plans/m2-data-foundations.md",
      "",
    );
    expect(changes).toBe(readCase("live-m2-data-foundations/changes.txt"));
  });

  test("that shows a status board says of each milestone what its tasks say", async () => {
    const changes = await walk(
      await readExample("phase-5-status"),
      "plans/phase-5-status.md",
      "unit: tasks\ncommits: {every: 0}\n",
    );
    expect(changes).toBe(readCase("live-phase-5-status/changes.txt"));
  });

  test("that describes what to do, and holds no state, is never changed", async () => {
    const changes = await walk(
      await readExample("database-roadmap"),
      "plans/database-roadmap.md",
      "commits: {every: 0}\n",
    );
    expect(changes).not.toContain(" | ");
  });

  test("that names stories by key has just the boxes ticked that speak of a whole story", async () => {
    const changes = await walk(
      readCaseExample("live-plan-47-data-quality"),
      "plans/plan-47-data-quality.md",
      "unit: points\ncommits: {every: 0}\n",
    );
    expect(changes).toBe(readCase("live-plan-47-data-quality/changes.txt"));
  });

  test("that names its tasks by title alone is never changed", async () => {
    const changes = await walk(
      readCaseExample("live-sprint-1-ingestion"),
      "plans/sprint-1-ingestion.md",
      "unit: hours\ncommits: {every: 0}\n",
    );
    expect(changes).toBe(readCase("live-sprint-1-ingestion/changes.txt"));
  });

  test("that says so follows a title where it is that of one issue and stands in one box", async () => {
    const { spec } = readCaseExample("live-sprint-1-ingestion");
    const done = new Set(["T2", "T7", "T9", "T12"]);
    const issues = spec.issues.map((issue) =>
      done.has(issue.key) ? { ...issue, state: "closed" as const } : issue,
    );
    const events = eventsSchema.parse(JSON.parse(readCase("live-sprint-1-titles/events.json")));
    const changes = await walk(
      { spec: { ...spec, issues }, events },
      "plans/sprint-1-ingestion.md",
      "unit: hours\ncommits: {every: 0}\n",
      ", titles: true",
    );
    expect(changes).toBe(readCase("live-sprint-1-titles/changes.txt"));
  });
});
