/** Hand-written plans, live: what the first sync changes, and what each step of the walk does. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { describeEvent } from "../../src/cli/play/describe-event.ts";
import { changedLines } from "../live/changed-lines.ts";
import { type Example, readExample, walkExample } from "./example-playground.ts";
import { bytes, modelEvents, modelSpec } from "./model-playground.ts";

const cases = new URL("../cases/", import.meta.url);
const readCase = (path: string) => readFileSync(new URL(path, cases), "utf8");

async function walk(example: Pick<Example, "spec" | "events">, plan: string, settings: string) {
  const path = "docs/plan.md";
  const document = readCase(`plans/${plan}.md`);
  const config = `${settings === "" ? "commits: {every: 0}\n" : settings}documents: [{path: ${path}, live: true${settings === "" ? ", milestone: M2" : ""}}]\n`;
  const files = { [path]: bytes(document), ".github/milepost.yml": bytes(config) };
  const pages = await walkExample({ ...example, files });
  const titles = ["the first sync", ...example.events.map(describeEvent)];
  let before = document;
  const steps = pages.map(({ documents }, index) => {
    const after = documents.get(path) ?? "";
    const lines = changedLines(before, after);
    before = after;
    return `## ${titles[index]}\n${lines === "" ? "" : `${lines}\n`}`;
  });
  return steps.join("\n");
}

describe("a live plan", () => {
  test("of one milestone changes just the lines that are no longer true", async () => {
    const changes = await walk({ spec: modelSpec, events: modelEvents }, "m2-data-foundations", "");
    expect(changes).toBe(readCase("live-m2-data-foundations/changes.txt"));
  });

  test("that shows a status board says of each milestone what its tasks say", async () => {
    const changes = await walk(
      await readExample("phase-5-status"),
      "phase-5-status",
      "unit: tasks\ncommits: {every: 0}\n",
    );
    expect(changes).toBe(readCase("live-phase-5-status/changes.txt"));
  });

  test("that describes what to do, and holds no state, is never changed", async () => {
    const changes = await walk(
      await readExample("database-roadmap"),
      "database-roadmap",
      "commits: {every: 0}\n",
    );
    expect(changes).not.toContain(" | ");
  });
});
