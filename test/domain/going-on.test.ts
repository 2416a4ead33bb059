import { describe, expect, test } from "#test";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { ForeignIssue, Milestone, WorkItem } from "../../src/domain/project.ts";
import { done, type ItemFacts, item, milestone, project, today } from "./project-builder.ts";

const elsewhere = (state: ForeignIssue["state"]) =>
  new Map([["x/y#1" as const, { reference: "x/y#1" as const, title: null, url: null, state }]]);

interface Story {
  readonly milestones?: readonly Milestone[];
  readonly before: readonly WorkItem[];
  /** Those that change. */
  readonly changed: readonly WorkItem[];
  /** Of an issue elsewhere, before and then. */
  readonly states?: readonly [ForeignIssue["state"], ForeignIssue["state"]];
}

/** The plan that goes on from the one before, and the plan of the same facts if nothing is known before. */
function plansOf({ milestones = [], before, changed, states = ["open", "open"] }: Story) {
  const [first, then] = states.map((state) => ({ foreign: elsewhere(state) }));
  derivePlan(project(before, milestones, first), today);
  const after = before.map((one) => changed.find(({ number }) => number === one.number) ?? one);
  return {
    warm: derivePlan(project(after, milestones, then), today),
    fresh: derivePlan(project(structuredClone(after), milestones, then), today),
  };
}

/** Enough others that one closed issue is few of them. */
const others = (facts: ItemFacts = {}) =>
  Array.from({ length: 20 }, (_, index) => item(100 + index, facts));

const inRow = [milestone(1), milestone(2, { needsMilestones: [1] })];

describe("a plan that goes on from the one before is as if computed anew", () => {
  const [one, two] = [1, 2].map((number) => ({ milestone: number }));
  const cycle = [
    item(1, { waitsFor: [3] }),
    item(2, { waitsFor: [1] }),
    item(3, { waitsFor: [2] }),
  ];
  const stories: Record<string, Story> = {
    "when an issue is moved to a milestone that nobody waits for": {
      milestones: inRow,
      before: [item(1, one), item(2, { ...one, waitsFor: [1] }), ...others(one)],
      changed: [item(2, { ...two, waitsFor: [1] })],
    },
    "when an issue is moved to a milestone that another one waits for": {
      milestones: inRow,
      before: [item(1, two), item(2, { ...two, waitsFor: [1] }), ...others(one)],
      changed: [item(2, { ...one, waitsFor: [1] })],
    },
    "when one of a cycle is closed": {
      before: [...cycle, ...others()],
      changed: [done(2, { waitsFor: [1] })],
    },
    "when an issue that waits for itself is closed": {
      before: [item(1, { waitsFor: [1] }), ...others()],
      changed: [done(1, { waitsFor: [1] })],
    },
    "when an issue is closed before what it waits for": {
      before: [item(1), item(2, { waitsFor: [1] }), item(3, { waitsFor: [2] }), ...others()],
      changed: [done(2, { waitsFor: [1] })],
    },
    "when a second issue is closed before what it waits for": {
      before: [item(1), done(2, { waitsFor: [1] }), item(3, { waitsFor: [1] }), ...others()],
      changed: [done(3, { waitsFor: [1] })],
    },
    "when both an issue and what it waits for are closed": {
      before: [item(1), item(2, { waitsFor: [1] }), item(3, { waitsFor: [2] }), ...others()],
      changed: [done(1), done(2, { waitsFor: [1] })],
    },
    "when an issue elsewhere is closed": {
      before: [item(1, { waitsFor: ["x/y#1"] }), ...others()],
      changed: [],
      states: ["open", "completed"],
    },
    "when an issue elsewhere is dropped": {
      before: [item(1, { waitsFor: ["x/y#1"] }), ...others()],
      changed: [item(1, { title: "New", waitsFor: ["x/y#1"] })],
      states: ["completed", "dropped"],
    },
    "when a blocker is dropped": {
      before: [item(1), item(2, { waitsFor: [1] }), ...others()],
      changed: [done(1, { resolution: "dropped" })],
    },
    "when an issue is opened again": {
      before: [done(1), item(2, { waitsFor: [1] }), ...others()],
      changed: [item(1)],
    },
    "when the last issue that a milestone waits for is closed": {
      milestones: inRow,
      before: [item(1, one), ...others(two)],
      changed: [done(1, one)],
    },
    "when an issue below an epic is closed": {
      before: [
        item(1, { isTracker: true }),
        item(2, { parent: 1 }),
        item(3, { parent: 2 }),
        ...others(),
      ],
      changed: [done(3, { parent: 2 })],
    },
  };

  test.each(Object.entries(stories))("%s", (_, story) => {
    const { warm, fresh } = plansOf(story);
    expect(warm).toEqual(fresh);
  });
});

test("what an issue's closing does not concern is the very same afterwards", () => {
  const before = [item(1), item(2, { waitsFor: [1] }), ...others()];
  const first = derivePlan(project(before), today);
  const then = derivePlan(project([done(1), ...before.slice(1)]), today);
  expect(then.items.get(2)?.state).toBe("ready");
  expect(then.items.get(100)).toBe(first.items.get(100));
});

test("closing one issue after the other ends in the plan of what is left", () => {
  let items: readonly WorkItem[] = Array.from({ length: 60 }, (_, index) =>
    item(index + 1, { waitsFor: index > 2 ? [index, index - 2] : [] }),
  );
  for (let closed = 0; closed < items.length; closed += 1) {
    derivePlan(project(items), today);
    items = items.with(
      closed,
      done(closed + 1, { waitsFor: items[closed]?.dependencies.map(({ on }) => on) }),
    );
  }
  const left = derivePlan(project(items), today);
  expect(left).toEqual(derivePlan(project(structuredClone(items)), today));
});
