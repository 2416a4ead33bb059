import fc from "fast-check";
import { describe, expect, test } from "#test";
import { markKey, stateMarks } from "../../src/render/marks.ts";
import { boardPlan, phase } from "./board-plan.ts";
import { buildPlan, type ItemFacts } from "./plan-builder.ts";
import { roadmapPlan } from "./roadmap-plan.ts";
import { show } from "./show.ts";

const marks = [...new Set(Object.values(stateMarks)), "❔"];
const marksIn = (text: string) => marks.filter((mark) => text.includes(mark));
const lastLine = (text: string) => text.trimEnd().split("\n").at(-1) ?? "";

const anyItem = fc.record({
  milestone: fc.constantFrom(1, 2),
  resolution: fc.constantFrom(null, null, "completed" as const, "dropped" as const),
  isInProgress: fc.boolean(),
  isOnHold: fc.boolean(),
  waitsForFirst: fc.boolean(),
  cluster: fc.constantFrom("A", "B", null),
});

const anyPlan = fc.array(anyItem, { minLength: 1, maxLength: 8 }).map((facts) => {
  const items = facts.map(
    ({ waitsForFirst, cluster, ...one }, index): ItemFacts => ({
      ...one,
      number: index + 1,
      dimensions: cluster === null ? {} : { cluster },
      waitsFor: waitsForFirst && index > 0 ? [1] : [],
    }),
  );
  const milestones = [
    { number: 1, title: "Alpha" },
    { number: 2, title: "Beta", needsMilestones: [1] },
  ];
  return buildPlan({ items, milestones });
});

describe("marks", () => {
  test.each(["sequence", "breakdown", "milestones-table"])(
    "of the block %s are explained in its last line, those that are used and no other",
    (name) => {
      fc.assert(
        fc.property(anyPlan, (plan) => {
          const milestone = name === "milestones-table" ? "all" : "Alpha";
          const text = show(name, plan, { milestone });
          const key = lastLine(text);
          const used = marksIn(text.slice(0, text.length - key.length));
          if (used.length === 0) return;
          expect(key).toMatch(/^_\S+ [a-z ]+(?: · \S+ [a-z ]+)*_$/);
          expect(marksIn(key)).toEqual(used);
        }),
      );
    },
  );

  test("of milestone sections stand in a heading above a status in words, or in a line at the end", () => {
    const board = show("milestone-sections", boardPlan(phase(6)));
    expect(marksIn(lastLine(board))).toEqual([]);
    const one = show("milestone-sections", boardPlan(phase(3)), { milestone: "5.11" });
    expect(marksIn(one)).toEqual(["✅", "⛔", "📋"]);
    expect(lastLine(one)).toBe("_✅ complete · 📋 not started_");
  });

  test("stand without a key where no column shows them", () => {
    const text = show("milestones-table", roadmapPlan(8), { columns: "milestone,issues" });
    expect(marksIn(text)).toEqual([]);
  });

  test("are told once each, what is done first", () => {
    const key = markKey([
      ["⛔", "blocked"],
      ["✅", "complete"],
      ["⛔", "blocked"],
      ["❔", "out of sight"],
    ]);
    expect(key).toBe("_✅ complete · ⛔ blocked · ❔ out of sight_");
    expect(markKey([])).toBe("");
  });
});
