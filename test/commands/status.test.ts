import { describe, expect, test } from "#test";
import { renderStatus } from "../../src/render/status-issue.ts";
import { modelPlan, modelPlanWith } from "../render/model-plan.ts";
import { buildPlan } from "../render/plan-builder.ts";
import { asRead } from "../render/show.ts";
import { ask } from "./ask.ts";

describe("/status", () => {
  test("says in short what the status issue says", () => {
    const answer = ask("/status", { plan: modelPlan });
    const issue = asRead(renderStatus(modelPlan)).replaceAll("\n> ", "\n");
    for (const section of answer.split("\n\n").filter((part) => !part.startsWith("**Next"))) {
      expect(issue).toContain(section);
    }
    expect(answer).toContain("### M2 Data Foundations: 39 of 50 (78%)");
    expect(answer).toContain("**Next: #408**");
    expect(answer).toContain("**Critical path, 4 steps:** #408 →");
    expect(answer).toContain("| #410 Data Migration Script | #404-#407 |");
  });

  test("tells of another milestone where it is named", () => {
    expect(ask("/status M5", { plan: modelPlan })).toMatch(
      /^### M5 Quality & Depth: 0 of 10 \(0%\)/,
    );
    expect(ask("/status M9", { plan: modelPlan })).toContain('There is no milestone "M9".');
  });

  test("holds no alert, which would be none in a list of answers", () => {
    expect(ask("/status", { plan: modelPlan })).not.toContain("[!");
  });

  test("folds a long table", () => {
    const plan = buildPlan({
      milestones: [{ number: 1, title: "M1" }],
      items: Array.from({ length: 30 }, (_, index) => ({
        number: index + 1,
        milestone: 1,
        ...(index > 0 ? { waitsFor: [index] } : {}),
      })),
    });
    const answer = ask("/status", { plan });
    expect(answer).toContain("<details><summary>What is blocked</summary>\n\n| Blocked |");
    expect(answer).toContain("24 more blocked issues");
    expect(answer.length).toBeLessThan(2500);
  });

  test("says how to begin where there is no plan, and that all is done", () => {
    expect(ask("/status", { plan: buildPlan({}) })).toContain("### Nothing is planned yet");
    const done = Object.fromEntries(
      [...modelPlan.items.keys()].map((number) => [number, { resolution: "completed" as const }]),
    );
    expect(ask("/status", { plan: modelPlanWith(done) })).toContain("### All complete");
  });
});
