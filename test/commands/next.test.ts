import { describe, expect, test } from "#test";
import type { Actor } from "../../src/commands/permission.ts";
import { modelPlan, modelPlanWith } from "../render/model-plan.ts";
import { buildPlan } from "../render/plan-builder.ts";
import { ask } from "./ask.ts";

const guest: Actor = { login: "guest", access: "triage" };
const stranger: Actor = { login: "stranger", access: "read" };

const next = (plan = modelPlan, actor?: Actor) =>
  ask("/next", { plan, ...(actor ? { actor } : {}) });

describe("/next", () => {
  test("names the issue that the status issue names, why it, and how to take it", () => {
    expect(next()).toMatch(
      new RegExp(
        [
          "^\\*\\*Next: #408\\*\\* SQL API Repository Abstraction Layer\\. Unassigned\\.",
          "Frees 4 issues directly, 6 in all, and stands between you and \\*\\*M3 Core Loop\\*\\*\\.",
          "`/start on #408` takes it\\.",
          "",
          "Also ready: #411 Partition Monitoring · #412 Documentation · .* · and 8 more$",
        ].join("\\n"),
      ),
    );
  });

  test("begins with the milestone that the status issue shows, though another may free more", () => {
    const plan = buildPlan({
      milestones: [
        { number: 1, title: "M1", dueOn: "2025-12-01" },
        { number: 2, title: "M2" },
      ],
      items: [
        { number: 1, milestone: 1 },
        { number: 2, milestone: 1, waitsFor: [1] },
        { number: 3, milestone: 2 },
        { number: 4, milestone: 2, waitsFor: [3] },
        { number: 5, milestone: 2, waitsFor: [3] },
      ],
    });
    expect(next(plan)).toContain("**Next: #1**");
    expect(next(plan)).toContain("Also ready: #3");
  });

  test("asks people who may not start it to say that they would", () => {
    expect(next(modelPlan, stranger)).toContain("\nSay in #408 that you would like to do it.");
    expect(next(modelPlan, guest)).toContain("`/start on #408` takes it.");
  });

  test("passes over what somebody else has, and says so where that would help more", () => {
    const plan = modelPlanWith({ 408: { assignees: ["bob"] } });
    expect(next(plan)).toContain("**Next: #411**");
    expect(next(plan)).toContain("#408 would free more, but bob has it.");
    const own = modelPlanWith({ 408: { assignees: ["ADA"] } });
    expect(next(own)).toContain("**Next: #408**");
    const small = modelPlanWith({ 411: { assignees: ["bob"] } });
    expect(next(small)).not.toContain("would free more");
  });

  test("reminds people of what they have begun", () => {
    const plan = modelPlanWith({ 411: { isInProgress: true, assignees: ["ada"] } });
    expect(next(plan)).toMatch(/^You have #411 in progress\.\n\n\*\*Next: #408\*\*/);
    expect(next(plan, guest)).not.toContain("You have");
  });

  test("names a good first issue to people without write access, where one is ready", () => {
    const plan = modelPlanWith({
      410: { labels: ["good first issue"] },
      412: { labels: ["Good First Issue"] },
    });
    expect(next(plan, guest)).toMatch(
      /^\*\*Next: #412\*\*.*\nNothing waits for it\.\nIt has the label `good first issue`\.\n/,
    );
    expect(next(plan)).toContain("**Next: #408**");
    expect(next(plan)).not.toContain("good first issue");
  });

  test("tells what people noted about it", () => {
    const plan = modelPlanWith({ 408: { note: "ask <b>bob</b> first" } });
    expect(next(plan)).toContain("\nNote: ask &lt;b>bob&lt;/b> first\n");
  });

  test("looks into one milestone where it is named", () => {
    expect(ask("/next M5", { plan: modelPlan })).toContain("**Next: #154** Integrity Cache Layer");
    expect(ask("/next M9", { plan: modelPlan })).toContain('There is no milestone "M9".');
  });

  test("of a milestone that waits tells what it waits for", () => {
    expect(ask("/next M3", { plan: modelPlan })).toMatch(
      /^Not yet\. \*\*M3 Core Loop\*\*, 0 of 23, waits for #407, behind #408\..*\n\n.*\n\n2 steps until it can start\. Quickest help: take #408/,
    );
  });

  test("knows ready issues where there are no milestones", () => {
    const plan = buildPlan({ items: [{ number: 1 }, { number: 2 }, { number: 3, waitsFor: [2] }] });
    expect(next(plan)).toContain("**Next: #2** Issue 2. Unassigned.\nFrees 1 issue directly.");
    expect(next(plan)).toContain("Also ready: #1 Issue 1");
  });

  test("says why there is nothing", () => {
    expect(next(buildPlan({}))).toBe("Nothing is open, so there is no next step.");
    const milestones = [{ number: 1, title: "M1" }];
    const busy = buildPlan({
      milestones,
      items: [{ number: 1, milestone: 1, isInProgress: true }],
    });
    expect(next(busy)).toBe("Nothing more can start now: 1 issue is in progress.");
    const taken = buildPlan({
      milestones,
      items: [{ number: 1, milestone: 1, assignees: ["bob"] }],
    });
    expect(next(taken)).toBe("All that is ready has somebody already: #1 (bob)");
  });
});
