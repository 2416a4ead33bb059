import { describe, expect, test } from "#test";
import { byImportance, findStart, priorityRank } from "../../src/domain/start-here.ts";
import { done, item, itemOf, milestonePlan, plan } from "./project-builder.ts";

const prioritised = (number: number, priority: string) =>
  item(number, { dimensions: { priority } });

describe("START HERE", () => {
  test("is the ready issue that most open work waits for", () => {
    const { startHere } = milestonePlan([
      item(1),
      item(2, { waitsFor: [1] }),
      item(3),
      item(4, { waitsFor: [3] }),
      item(5, { waitsFor: [4] }),
    ]);
    expect(startHere).toBe(3);
  });

  test("is decided by priority where as many wait, then by number", () => {
    const waiting = [
      item(11, { waitsFor: [1] }),
      item(12, { waitsFor: [2] }),
      item(13, { waitsFor: [3] }),
    ];
    const first = [prioritised(1, "Low"), prioritised(3, "HIGH"), prioritised(2, "high")];
    expect(milestonePlan([...first, ...waiting]).startHere).toBe(2);
    expect(milestonePlan([item(3), item(2), item(1), ...waiting]).startHere).toBe(1);
  });

  test("is none when nothing waits for a ready issue", () => {
    expect(milestonePlan([item(1), item(2)]).startHere).toBeNull();
    expect(milestonePlan([item(1), done(2, { waitsFor: [1] })]).startHere).toBeNull();
    expect(findStart([])).toBeNull();
  });

  test.each([{ isTracker: true }, { isOnHold: true }, { isInProgress: true }])(
    "is none where the issue is %p",
    (facts) => {
      expect(milestonePlan([item(1, facts), item(2, { waitsFor: [1] })]).startHere).toBeNull();
    },
  );

  test("ranks the two spellings of a priority alike and what it does not know last", () => {
    const derived = plan([
      prioritised(1, "critical"),
      prioritised(2, "P0"),
      prioritised(3, "p1"),
      prioritised(4, "Medium"),
      prioritised(5, "p3"),
      prioritised(6, "whenever"),
      item(7),
    ]);
    const ranks = [...derived.items.values()].map(priorityRank);
    expect(ranks.slice(0, 5)).toEqual([0, 0, 1, 2, 3]);
    expect(Math.min(...ranks.slice(5))).toBeGreaterThan(3);
    expect(ranks[5]).toBe(ranks[6]);
    expect([6, 5, 2].map((one) => itemOf(derived, one)).sort(byImportance)[0]?.number).toBe(2);
  });
});
