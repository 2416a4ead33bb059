import { readFileSync } from "node:fs";
import { expect, test } from "#test";
import { createMetrics } from "../../src/app/metrics.ts";

const page = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");

test("operations.md says of every metric what to do when it moves, and of no other", async () => {
  const metrics = createMetrics(async () => ({ due: 0, later: 0 }));
  const text = await metrics.text();
  const served = [...text.matchAll(/^# HELP (milepost_\w+)/gm)].map(([, name]) => name);
  const described = [...page.matchAll(/^\| `(milepost_\w+)`/gm)].map(([, name]) => name);
  expect(described.sort()).toEqual(served.sort());
});
