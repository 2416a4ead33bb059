import { describe, expect, test } from "#test";
import { renderStatus } from "../../src/render/status-issue.ts";
import { boardPlan, phase } from "./board-plan.ts";
import { modelPlanWith } from "./model-plan.ts";
import { buildPlan } from "./plan-builder.ts";
import { roadmapPlan } from "./roadmap-plan.ts";
import { asRead, show } from "./show.ts";

const done = { resolution: "completed" } as const;
const rows = (text: string) => text.split("\n").filter((line) => line.startsWith("| **"));

/** Complete milestones stay open on GitHub until a person closes them. */
function chainOfMilestones(complete: number, all: number) {
  return buildPlan({
    milestones: Array.from({ length: all }, (_, index) => ({
      number: index + 1,
      title: `M${index + 1} Stage`,
      needsMilestones: index === 0 ? [] : [index],
    })),
    items: Array.from({ length: all }, (_, index) => ({
      number: index + 1,
      milestone: index + 1,
      ...(index < complete ? done : {}),
    })),
  });
}

describe("who can free a milestone", () => {
  test("is who works on what it needs", () => {
    const text = show("blocked", modelPlanWith({ 408: { assignees: ["ada"] } }), {
      milestone: "M3",
    });
    expect(rows(text)).toEqual(["| **M3 Core Loop**, 0 of 23 | #407, behind #408 | #408 (ada) |"]);
  });

  test("is looked for behind milestones that wait themselves", () => {
    const status = asRead(renderStatus(chainOfMilestones(1, 4)));
    expect(rows(status)).toEqual([
      "| **M3 Stage**, 0 of 1 | M2 | #2 (unassigned) |",
      "| **M4 Stage**, 0 of 1 | M3 | #2 (unassigned) |",
    ]);
    expect(rows(show("blocked", roadmapPlan(8), { milestone: "DB-ML5" }))).toEqual([
      "| **DB-ML5 – DR, performance, capacity**, 0 of 3 | DB-ML4 | #9-#11 (unassigned), and others |",
    ]);
  });

  test("is nobody where milestones wait for each other", () => {
    const plan = buildPlan({
      milestones: [
        { number: 1, title: "M1", needsMilestones: [2] },
        { number: 2, title: "M2", needsMilestones: [1] },
      ],
      items: [
        { number: 1, milestone: 1 },
        { number: 2, milestone: 2 },
      ],
    });
    const [first, second] = rows(show("blocked", plan, { milestone: "M1" }));
    expect([first, second]).toEqual([
      "| **M1**, 0 of 1 | M2 | nobody: a cycle |",
      "| **M2**, 0 of 1 | M1 | nobody: a cycle |",
    ]);
  });

  test("is found for hundreds of milestones that each wait for all before", () => {
    const plan = buildPlan({
      milestones: Array.from({ length: 300 }, (_, index) => ({
        number: index + 1,
        title: `M${index + 1}`,
        needsMilestones: Array.from({ length: index }, (_, other) => other + 1),
      })),
      items: Array.from({ length: 300 }, (_, index) => ({
        number: index + 1,
        milestone: index + 1,
      })),
    });
    expect(rows(show("blocked", plan, { milestone: "M300" }))[0]).toMatch(
      /\| #1 \(unassigned\) \|$/,
    );
  });
});

describe("several milestones that are complete at once", () => {
  const news = (text: string) => asRead(text).split("\n\n")[0];

  test("are one line of news, with their pages and what can start now", () => {
    expect(news(renderStatus(chainOfMilestones(3, 5)))).toBe(
      "✅ **3 milestones are complete:** [M1](../milestone/1), [M2](../milestone/2), [M3](../milestone/3). Close them on their pages. M4 can start.",
    );
  });

  test("name each milestone that can start once, the first five of them", () => {
    const plan = buildPlan({
      milestones: Array.from({ length: 14 }, (_, index) => ({
        number: index + 1,
        title: `M${index + 1}`,
        needsMilestones: index < 2 ? [] : [1, 2],
      })),
      items: Array.from({ length: 14 }, (_, index) => ({
        number: index + 1,
        milestone: index + 1,
        ...(index < 2 ? done : {}),
      })),
    });
    expect(news(renderStatus(plan))).toMatch(/M3, M4, M5, M6, M7 and 7 more can start\.$/);
  });
});

test("issues are named where the count is of something else", () => {
  const status = renderStatus(boardPlan(phase(6)));
  expect(status).toContain("0 of 15 tasks (0%)");
  expect(status).toContain("1 issue open: 1 ready");
});
