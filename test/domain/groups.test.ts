import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { WorkItem } from "../../src/domain/project.ts";
import { done, item, milestonePlan } from "./project-builder.ts";

const inCluster = (cluster: string) => ({ dimensions: { cluster } });

const anyItems: fc.Arbitrary<readonly WorkItem[]> = fc
  .array(
    fc.record({
      cluster: fc.option(fc.constantFrom("A", "B", "constructor", "__proto__")),
      resolution: fc.constantFrom(null, "completed" as const, "dropped" as const),
      points: fc.option(fc.integer({ min: 0, max: 8 })),
      tasks: fc.constantFrom({ done: 0, total: 0 }, { done: 1, total: 3 }),
      isTracker: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((facts) =>
    facts.map(({ cluster, ...rest }, index) =>
      item(index + 1, { ...rest, dimensions: cluster === null ? {} : { cluster } }),
    ),
  );

describe("groups", () => {
  test("sum to the whole, in every unit", () => {
    const unit = fc.constantFrom("issues" as const, "tasks" as const, "points" as const);
    fc.assert(
      fc.property(anyItems, unit, fc.boolean(), (items, unit, countEpics) => {
        const derived = milestonePlan(items, {}, { rules: { unit, countEpics } });
        if (derived.groups.length === 0) return;
        const sum = (of: "done" | "total") =>
          derived.groups.reduce((all, group) => all + group.count[of].low, 0);
        expect(sum("done")).toBe(derived.count.done.low);
        expect(sum("total")).toBe(derived.count.total.low);
        const members = derived.groups.flatMap((group) => group.members);
        expect(members.toSorted((a, b) => a - b)).toEqual(derived.counted);
      }),
    );
  });

  test("come with most open work first, then by name, the rest last", () => {
    const { groups } = milestonePlan([
      item(1),
      item(2),
      item(3),
      item(4, inCluster("B")),
      item(5, inCluster("C")),
      item(6, inCluster("C")),
      item(7, inCluster("A")),
    ]);
    expect(groups.map(({ name, members, isRest }) => [name, members, isRest])).toEqual([
      ["C", [5, 6], false],
      ["A", [7], false],
      ["B", [4], false],
      ["Unclustered", [1, 2, 3], true],
    ]);
  });

  test("are none in a dimension that nobody uses, even one named like a method", () => {
    const rules = { dimensions: ["cluster", "constructor", "toString"] };
    expect(milestonePlan([item(1), done(2)], {}, { rules }).groups).toEqual([]);
  });

  test("call the rest of another dimension by it", () => {
    const rules = { dimensions: ["phase"] };
    const items = [item(1, { dimensions: { phase: "1" } }), item(2)];
    const { groups } = milestonePlan(items, {}, { rules });
    expect(groups.map((group) => group.name)).toEqual(["1", "No phase"]);
  });
});
