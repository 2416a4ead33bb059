import fc from "fast-check";
import { describe, expect, test } from "#test";
import { countItems, isEstimated, percent } from "../../src/domain/count.ts";
import type { WorkItem } from "../../src/domain/project.ts";
import { done, item } from "./project-builder.ts";

const exactly = (value: number) => ({ low: value, high: value });

describe("percent", () => {
  test.each([
    [0, 0, false, null],
    [0, 0, true, null],
    [0, 50, true, 0],
    [39, 50, true, 78],
    [45, 57, true, 79],
    [39, 54, true, 72],
    [1, 200, true, 1],
    [1, 10_000, true, 1],
    [0.5, 10_000, true, 1],
    [29, 200, true, 15],
    [1, 8, true, 13],
    [3, 8, true, 38],
    [199, 200, true, 99],
    [9_999, 10_000, true, 99],
    [200, 200, true, 99],
    [50, 50, false, 100],
  ])("of %p of %p, anything open: %p, is %p", (some, all, anyOpen, expected) => {
    expect(percent(some, all, anyOpen)).toBe(expected);
  });

  test("is 100 only when nothing is open, 0 only when nothing is done", () => {
    const amounts = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }));
    fc.assert(
      fc.property(amounts, ([some, rest]) => {
        const found = percent(some, some + rest, true) ?? Number.NaN;
        expect(found).toBeLessThan(100);
        expect(found === 0).toBe(some === 0);
        expect(percent(some + rest, some + rest, false)).toBe(100);
      }),
    );
  });
});

describe("a count", () => {
  test("of issues is one each", () => {
    expect(countItems([done(1), item(2), item(3)], "issues")).toEqual({
      done: exactly(1),
      total: exactly(3),
      percent: 33,
    });
  });

  test("of tasks takes all of a closed issue as done, and an issue without a list for one", () => {
    const tasks = { done: 1, total: 4 };
    expect(countItems([done(1, { tasks }), item(2, { tasks }), item(3), done(4)], "tasks")).toEqual(
      { done: exactly(6), total: exactly(10), percent: 60 },
    );
  });

  test("of tasks stays below 100 while the issue is open", () => {
    const ticked = item(1, { tasks: { done: 3, total: 3 } });
    expect(countItems([ticked], "tasks")).toMatchObject({ done: exactly(3), percent: 99 });
  });

  test("of points takes an issue without an estimate for 0, and it still holds back the 100", () => {
    const items = [done(1, { points: 3 }), item(2)];
    expect(countItems(items, "points")).toEqual({
      done: exactly(3),
      total: exactly(3),
      percent: 99,
    });
  });

  test("of points adds fractions as people do", () => {
    const items = [1, 2, 3].map((number) => done(number, { points: 0.1 }));
    expect(countItems(items, "points").total).toEqual(exactly(0.3));
  });

  test("of hours adds at both ends and takes the percent of the middle", () => {
    const items = [
      done(1, { hours: { low: 16, high: 20 } }),
      item(2, { hours: { low: 44, high: 60 } }),
    ];
    expect(countItems(items, "hours")).toEqual({
      done: { low: 16, high: 20 },
      total: { low: 60, high: 80 },
      percent: 26,
    });
  });

  test.each(["issues", "tasks", "points", "hours"] as const)("of no %s has no percent", (unit) => {
    expect(countItems([], unit)).toEqual({ done: exactly(0), total: exactly(0), percent: null });
  });

  test.each([
    ["issues", {}, true],
    ["tasks", {}, true],
    ["points", {}, false],
    ["points", { points: 0 }, true],
    ["hours", { points: 1 }, false],
    ["hours", { hours: exactly(1) }, true],
  ] as const)("in %s knows whether %p is estimated: %p", (unit, facts, expected) => {
    expect(isEstimated(item(1, facts as Partial<WorkItem>), unit)).toBe(expected);
  });
});
