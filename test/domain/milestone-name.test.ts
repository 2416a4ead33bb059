import { describe, expect, test } from "#test";
import {
  compareKeys,
  findMilestone,
  milestoneKey,
  milestonesBetween,
  milestonesWithKey,
} from "../../src/domain/milestone-name.ts";
import { milestone } from "./project-builder.ts";

const named = (number: number, title: string, ...earlierTitles: readonly string[]) =>
  milestone(number, { title, earlierTitles });

const all = [
  named(1, "M3 Core Loop", "M3 The Loop"),
  named(2, "M31 Polish"),
  named(3, "Milestone 5.9: Caches"),
  named(4, "Milestone 5.10: Queues", "M4 Queues"),
  named(5, "DB-ML1 Schema"),
  named(6, "DB-ML2 Seed"),
  named(7, "Beta"),
  named(8, "Beta two"),
  named(9, "Betamax"),
  named(12, "  Spaced   Out "),
];

describe("a milestone's key", () => {
  test.each([
    ["M3 Core Loop", "M3"],
    ["Milestone 5.10: Queues", "5.10"],
    ["phase 2", "2"],
    ["Sprint 1 – Ingestão", "1"],
    ["DB-ML1: Schema", "DB-ML1"],
    ["v2.0.", "v2.0"],
    ["Beta", null],
    ["Core Loop 2", null],
    ["", null],
    ["– 3", null],
  ])("of %p is %p", (title, key) => {
    expect(milestoneKey(title)).toBe(key);
  });

  test.each([
    ["5.9", "5.10"],
    ["M3", "M12"],
    ["m3", "M31"],
    ["5.10", "6.1"],
    ["DB-ML9", "db-ml10"],
  ])("%p comes before %p", (a, b) => {
    expect(compareKeys(a, b)).toBeLessThan(0);
    expect(compareKeys(b, a)).toBeGreaterThan(0);
  });
});

describe("a milestone", () => {
  test.each([
    ["1", 1],
    [1, 1],
    ["#2", 2],
    ["milestone 3", 3],
    ["Milestone  12", 12],
    ["m3 core loop", 1],
    ["M3", 1],
    ["m31", 2],
    ["M31 P", 2],
    ["5.9", 3],
    ["5.10", 4],
    ["db-ml2", 6],
    ["Beta", 7],
    ["beta t", 8],
    ["Betam", 9],
    ["spaced out", 12],
  ])("is found by %p", (name, number) => {
    expect(findMilestone(all, name)).toMatchObject({
      kind: "found",
      byEarlierTitle: false,
      milestone: { number },
    });
  });

  test.each([
    ["M3 The Loop", 1],
    ["m4 queues", 4],
  ])("is found by its earlier title %p, and says so", (name, number) => {
    expect(findMilestone(all, name)).toMatchObject({
      kind: "found",
      byEarlierTitle: true,
      milestone: { number },
    });
  });

  test("is found by its whole title before its number, and by its number before its key", () => {
    const titled = [named(1, "Milestone 2"), named(2, "Milestone 1"), named(3, "2 x")];
    const numbers = ["Milestone 1", "1", "3", "2"].map((name) => {
      const match = findMilestone(titled, name);
      return match.kind === "found" ? match.milestone.number : match.kind;
    });
    expect(numbers).toEqual([2, 1, 3, 2]);
  });

  test.each([
    ["B", [7, 8, 9]],
    ["DB-", [5, 6]],
    ["Milestone 5.", [3, 4]],
  ])("named %p fits several", (name, numbers) => {
    const match = findMilestone(all, name);
    expect(match.kind === "ambiguous" && match.candidates.map((one) => one.number)).toEqual(
      numbers,
    );
  });

  test.each(["", " ", "M4", "99", "Gamma", "5.1.", "constructor"])("named %p is none", (name) => {
    expect(findMilestone(all, name)).toEqual({ kind: "unknown" });
  });

  test("is between two keys by their parts as numbers", () => {
    const numbers = (first: string, last: string) =>
      milestonesBetween(all, first, last).map((one) => one.number);
    expect(numbers("5.9", "5.10")).toEqual([3, 4]);
    expect(numbers("5.1", "5.9")).toEqual([3]);
    expect(numbers("M3", "M4")).toEqual([1]);
    expect(numbers("DB-ML1", "DB-ML2")).toEqual([5, 6]);
    expect(numbers("5.10", "5.9")).toEqual([]);
  });

  test("has a key in common with others that write it alike", () => {
    const more = [...all, named(20, "m3 Small"), named(21, "M3 Again")];
    const numbers = (key: string) => milestonesWithKey(more, key).map((one) => one.number);
    expect([numbers("M3"), numbers("m3"), numbers("5.9"), numbers("M4")]).toEqual([
      [1, 21],
      [20],
      [3],
      [],
    ]);
  });
});
