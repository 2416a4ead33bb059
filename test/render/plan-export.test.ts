import { readFileSync } from "node:fs";
import { describe, expect, test } from "#test";
import type { Plan } from "../../src/domain/plan.ts";
import { isPlanExport, renderPlanExport } from "../../src/render/plan-export.ts";
import { hostilePlan, hostileTexts } from "./hostile-plan.ts";
import { checkAgainstSchema } from "./json-schema.ts";
import { modelPlan } from "./model-plan.ts";
import { buildPlan } from "./plan-builder.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../docs/plan.schema.json", import.meta.url), "utf8"),
);
const exported = (plan: Plan) => JSON.parse(renderPlanExport(plan));
const hours = buildPlan({
  milestones: [{ number: 1, title: "Alpha", startOn: "2025-10-01", dueOn: "2025-12-01" }],
  items: [
    { number: 1, milestone: 1, resolution: "completed", hours: { low: 3, high: 5 } },
    { number: 2, milestone: 1, hours: { low: 16, high: 20 }, waitsFor: ["octo/engine#5"] },
    { number: 3, milestone: 1, isTracker: true },
    { number: 4, milestone: 1, resolution: "duplicate", duplicateOf: "octo/engine#5" },
    { number: 5, earlierMilestones: [{ milestone: 1, leftOn: "2025-10-10" }] },
  ],
  rules: { unit: "hours" },
  foreign: new Map([
    [
      "octo/engine#5",
      { reference: "octo/engine#5", title: "Secret title", url: null, state: "open" },
    ],
  ]),
});

describe("the plan export", () => {
  test.each([
    ["the model plan", modelPlan],
    ["hours", hours],
    ["an empty repository", buildPlan({})],
    ...hostileTexts.map((text): [string, Plan] => [
      JSON.stringify(text).slice(0, 30),
      hostilePlan(text),
    ]),
  ])("of %s is as its schema says", (_, plan) => {
    expect(checkAgainstSchema(schema, exported(plan))).toEqual([]);
  });

  test("the schema is strict: it refuses what it does not describe", () => {
    const { totals, ...rest } = exported(modelPlan);
    expect(checkAgainstSchema(schema, rest)).toEqual(["/: totals is missing"]);
    expect(
      checkAgainstSchema(schema, { ...rest, totals: { ...totals, done: "39" }, extra: 1 }),
    ).toEqual(["/: extra is not described", "/totals/done: is no number"]);
  });

  test("holds the figures of the model plan", () => {
    const plan = exported(modelPlan);
    expect(plan).toMatchObject({
      version: 1,
      unit: "issues",
      totals: { done: 39, total: 83, percent: 47 },
    });
    expect(plan.milestones[0]).toMatchObject({
      title: "M2 Data Foundations",
      number: 2,
      state: "open",
      done: 39,
      total: 50,
      percent: 78,
      ready: [408, 411, 412],
      startHere: 408,
      criticalPath: [[408], [404, 405, 406, 407], [410], [409]],
      independent: [411, 412],
      needs: { direct: [], transitive: [], milestones: [] },
    });
    expect(plan.milestones[0].blocked).toContainEqual({ number: 410, by: [404, 405, 406, 407] });
    expect(plan.milestones[0].readyItems[0]).toEqual({
      number: 408,
      title: "SQL API Repository Abstraction Layer",
      url: "https://github.com/octo/game/issues/408",
      why: "frees #404, #405, #406, #407 directly, 6 issues in all, and M3 Core Loop waits behind it",
      frees: [404, 405, 406, 407],
      assignees: [],
    });
    expect(plan.milestones[0].groups[0]).toMatchObject({
      name: "Dual Persistence",
      done: 0,
      total: 7,
    });
    expect(plan.milestones[0].moved[0]).toEqual({
      number: 258,
      to: "M3 Core Loop",
      because: null,
      on: "2025-11-08",
    });
    expect(plan.milestones[1]).toMatchObject({ state: "blocked", needs: { direct: [407] } });
  });

  test("gives both ends of hours, names foreign issues and shows no foreign title", () => {
    const [milestone] = exported(hours).milestones;
    expect(milestone).toMatchObject({ done: 3, doneUpTo: 5, total: 19, totalUpTo: 25 });
    expect(milestone.blocked).toEqual([{ number: 2, by: ["octo/engine#5"] }]);
    expect(milestone.moved).toEqual([{ number: 5, to: null, because: null, on: "2025-10-10" }]);
    expect(renderPlanExport(hours)).not.toContain("Secret");
  });

  test("is indented by two, ends with a line break and is recognised", () => {
    const text = renderPlanExport(modelPlan);
    expect(text.startsWith('{\n  "generator": "milepost",\n  "version": 1,\n')).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
    expect(isPlanExport(text)).toBe(true);
    for (const other of [
      "",
      "{}",
      "[]",
      "null",
      '{"version": 1}',
      '{"generator":"milepost"}',
      "# text",
    ]) {
      expect(isPlanExport(other)).toBe(false);
    }
  });
});
