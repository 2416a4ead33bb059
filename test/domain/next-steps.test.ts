import { describe, expect, test } from "#test";
import { findNextSteps } from "../../src/domain/next-steps.ts";
import { comparePriorities } from "../../src/domain/priority.ts";
import type { Milestone, WorkItem } from "../../src/domain/project.ts";
import { done, item, milestone, plan } from "./project-builder.ts";

function next(milestones: readonly Milestone[], items: readonly WorkItem[]) {
  const derived = plan(items, milestones);
  const steps = findNextSteps(derived, derived.milestones);
  return {
    items: steps.items.map(({ number }) => number),
    afterwards: steps.afterwards.map(({ number }) => number),
  };
}

describe("next steps", () => {
  test("are what most waits for, then what is most urgent, then the earlier milestone's", () => {
    const milestones = [milestone(1, { dueOn: "2026-02-01" }), milestone(2)];
    const items = [
      item(1, { milestone: 2 }),
      item(2, { milestone: 1 }),
      item(3, { milestone: 1, dimensions: { priority: "low" } }),
      item(4, { milestone: 2, dimensions: { priority: "Critical" } }),
      item(5, { milestone: 2 }),
      item(6, { milestone: 2, waitsFor: [5] }),
    ];
    expect(next(milestones, items)).toEqual({ items: [5, 4, 3, 2, 1], afterwards: [] });
  });

  test("leave out blocked milestones, and say which can start once all is done that they need", () => {
    const milestones = [
      milestone(1),
      milestone(2, { needsMilestones: [1] }),
      milestone(3, { needsMilestones: [2] }),
      milestone(4, { needsIssues: [3] }),
    ];
    const items = [
      item(1, { milestone: 1 }),
      item(2, { milestone: 1, isInProgress: true }),
      item(3, { milestone: 2 }),
      item(4, { milestone: 3 }),
      item(5, { milestone: 4 }),
    ];
    expect(next(milestones, items)).toEqual({ items: [1], afterwards: [2] });
  });

  test("promise nothing that an empty or a stuck milestone still holds up", () => {
    const milestones = [
      milestone(1),
      milestone(2),
      milestone(3, { needsMilestones: [1, 2] }),
      milestone(4, { needsMilestones: [5] }),
      milestone(5),
    ];
    const items = [
      item(1, { milestone: 1 }),
      item(3, { milestone: 3 }),
      item(4, { milestone: 4 }),
      item(5, { milestone: 5, isOnHold: true }),
      done(6, { milestone: 5 }),
    ];
    expect(next(milestones, items)).toEqual({ items: [1], afterwards: [] });
  });
});

describe("priorities", () => {
  test("have an order of their own, and unknown words come last", () => {
    const words = ["someday", "low", "P1", "critical", "Medium", "P0", "high", "asap"];
    expect(words.sort(comparePriorities)).toEqual([
      "critical",
      "P0",
      "high",
      "P1",
      "Medium",
      "low",
      "asap",
      "someday",
    ]);
  });
});
