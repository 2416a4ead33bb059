import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Plan } from "../../src/domain/plan.ts";
import { summarise } from "../../src/domain/plan-summary.ts";
import { renderCommitHeadline } from "../../src/render/commit-message.ts";
import { hostilePlan, hostileTexts } from "./hostile-plan.ts";
import { modelPlan, modelPlanWith } from "./model-plan.ts";
import { buildPlan } from "./plan-builder.ts";

const headline = (before: Plan | null, after: Plan) =>
  renderCommitHeadline(before ? summarise(before) : null, summarise(after));
const done = { resolution: "completed" } as const;

describe("the subject of a commit", () => {
  test("says what changed in the counts", () => {
    expect(headline(modelPlan, modelPlanWith({ 408: done }))).toBe("docs(plan): M2 39 → 40 of 50");
    expect(headline(modelPlan, modelPlanWith({ 411: { milestone: 3 }, 412: done }))).toBe(
      "docs(plan): M2 39 of 50 → 40 of 49; M3 0 of 23 → 0 of 24",
    );
  });

  test("says what it starts with when there was nothing to compare", () => {
    expect(headline(null, modelPlan)).toBe("docs(plan): M2 39 of 50; M3 0 of 23; M5 0 of 10");
    expect(headline(null, buildPlan({}))).toBe("docs(plan): write the plan");
  });

  test("says so when no count changed", () => {
    expect(headline(modelPlan, modelPlanWith({ 411: { waitsFor: [412] } }))).toBe(
      "docs(plan): update what is ready and blocked",
    );
  });

  test("names completion and the unit", () => {
    const plan = (resolution: "completed" | null) =>
      buildPlan({
        milestones: [{ number: 1, title: "Sprint 5.1: Store" }],
        items: [{ number: 1, milestone: 1, resolution, tasks: { done: 0, total: 4 } }],
        rules: { unit: "tasks" },
      });
    expect(headline(plan(null), plan("completed"))).toBe(
      "docs(plan): milestone 5.1 0 → 4 of 4 tasks, complete",
    );
  });

  test.each(["GH-12 engine", "fix1 it", "closes2", "deadbeef1", "x/y#3", "@octo1", "Ünicode-1"])(
    "the milestone %s is named by its number",
    (title) => {
      const plan = buildPlan({
        milestones: [{ number: 7, title }],
        items: [{ number: 1, milestone: 7 }],
      });
      expect(headline(null, plan)).toBe("docs(plan): milestone 7 0 of 1");
    },
  );

  test("is short and acts on nothing, whatever milestones are called", () => {
    const title = fc.oneof(
      fc.string(),
      fc.constantFrom(...hostileTexts),
      fc.stringMatching(/^[A-Za-z#.-]{0,8}\d{0,6}/),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
        const plan = buildPlan({
          milestones: titles.map((one, index) => ({ number: index + 1, title: one })),
          items: titles.map((_, index) => ({ number: index + 1, milestone: index + 1 })),
        });
        const text = headline(null, plan);
        expect([...text].length).toBeLessThanOrEqual(72);
        expect(text).not.toMatch(/#|@|:\/\/|www|gh-\d|\n|fix|clos|resolv|\b[0-9a-f]{7,}\b/i);
      }),
    );
    expect(headline(null, hostilePlan("closes #1"))).toBe(
      "docs(plan): milestone 1 1 of 8; milestone 2 0 of 1; milestone 3 1 of 1",
    );
  });
});
