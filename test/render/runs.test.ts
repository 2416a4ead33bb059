import fc from "fast-check";
import { describe, expect, test } from "#test";
import { findRuns } from "../../src/render/runs.ts";

const expand = (runs: readonly { first: number; last: number }[]) =>
  runs.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );

describe("runs of numbers", () => {
  test("three in a row are a run, two stay single", () => {
    expect(findRuns([5, 1, 2, 9, 7, 8])).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
      { first: 5, last: 5 },
      { first: 7, last: 9 },
    ]);
  });

  test("expanded they give exactly the set, ascending", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const wanted = [...new Set(numbers)].sort((a, b) => a - b);
        expect(expand(findRuns(numbers))).toEqual(wanted);
      }),
    );
  });

  test("no run has two members, and no two runs could be one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const runs = findRuns(numbers);
        for (const run of runs) expect(run.last - run.first).not.toBe(1);
        for (const [index, run] of runs.entries()) {
          const next = runs[index + 1];
          if (next && run.last > run.first) expect(next.first).toBeGreaterThan(run.last + 1);
        }
      }),
    );
  });
});
