/** Plans whose graphs are hard to draw. */
import { buildPlan, type ItemFacts } from "../plan-builder.ts";

const numbers = (size: number) => Array.from({ length: size }, (_, index) => index + 1);
const one = [{ number: 1, title: "Alpha", dueOn: "2026-01-01" } as const];

/** 60 issues, each waits for all before it. */
export const densePlan = buildPlan({
  milestones: one,
  items: numbers(60).map((number) => ({
    number,
    milestone: 1,
    waitsFor: numbers(number - 1),
    dimensions: { cluster: `Area ${number % 20}` },
  })),
});

/** 600 issues, each waits for the one before it. */
export const longPlan = buildPlan({
  milestones: one,
  items: numbers(600).map((number) => ({
    number,
    milestone: 1,
    waitsFor: number === 1 ? [] : [number - 1],
    dimensions: { cluster: `Area ${number % 40}` },
  })),
});

const item = (number: number, facts: Partial<ItemFacts> = {}): ItemFacts => ({
  number,
  milestone: 1,
  dimensions: { cluster: number % 2 === 0 ? "Even" : "Odd" },
  ...facts,
});

/** Done, begun, ready, blocked, held, an epic, a cycle, blockers from elsewhere, milestones that wait. */
export const everyLookPlan = buildPlan({
  milestones: [
    { number: 1, title: "Alpha", startOn: "2025-09-01", dueOn: "2025-10-01" },
    { number: 2, title: "Beta", dueOn: "2025-12-01", needsIssues: [6] },
    { number: 3, title: "Gamma", startOn: "2025-12-24", dueOn: "2025-12-01" },
    { number: 4, title: "Delta", startOn: "2025-12-24" },
    { number: 5, title: "Omega", isClosed: true, closedOn: "2025-08-08", startOn: "2025-08-01" },
  ],
  items: [
    item(1, { resolution: "completed", closedOn: "2025-09-09" }),
    item(2, { waitsFor: [1], isInProgress: true }),
    item(3, { waitsFor: [1] }),
    item(4, { waitsFor: [2, 3] }),
    item(5, { isOnHold: true }),
    item(6, { waitsFor: [4, 5] }),
    item(7, { isTracker: true }),
    item(8, { waitsFor: [9] }),
    item(9, { waitsFor: [8] }),
    item(10, { waitsFor: [20, 21, "octo/engine#5", "octo/secret_engine#7"] }),
    item(11, { resolution: "completed" }),
    item(12),
    item(20, { milestone: 2, title: "Of Beta" }),
    item(21, { milestone: null, title: "Stray" }),
    item(22, { milestone: 5, resolution: "completed" }),
  ],
  foreign: new Map([
    [
      "octo/engine#5",
      {
        reference: "octo/engine#5",
        title: "Engine",
        url: "https://github.com/octo/engine/issues/5",
        state: "open",
      },
    ],
    [
      "octo/secret_engine#7",
      { reference: "octo/secret_engine#7", title: null, url: null, state: "unknown" },
    ],
  ]),
});

/** Days that someone mistyped. */
export const farPlan = buildPlan({
  milestones: [
    { number: 1, title: "Alpha", startOn: "0001-01-01", dueOn: "9999-12-31" },
    { number: 2, title: "Beta", dueOn: "0202-05-05" },
  ],
});
