import fc from "fast-check";
import { expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { ObservedIssue, ObservedRepository } from "../../src/domain/observation.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { GatherInput } from "../../src/facts/gather-project.ts";
import { gatherProject } from "../../src/facts/gather-project.ts";
import { emptyNotebook } from "../../src/facts/notebook.ts";
import { renderPlanExport } from "../../src/render/plan-export.ts";
import { renderStatus } from "../../src/render/status-issue.ts";
import {
  observedIssue,
  observedMilestone,
  observedRepository,
} from "../engine/observation-builder.ts";

const numbers = fc.integer({ min: 1, max: 9 });
const milestones = fc.constantFrom(null, 1, 1, 2, 3);
const labelNames = ["cluster: A", "cluster: B", "priority: high", "points: 3", "on hold"];
const at = "2025-11-09T23:30:00Z";

const change: fc.Arbitrary<Partial<ObservedIssue>> = fc.oneof(
  fc.record({
    state: fc.constant("closed" as const),
    stateReason: fc.constantFrom("completed", "not_planned", "duplicate"),
    closedAt: fc.constant(at),
  }),
  fc.constant({ state: "open" as const, stateReason: null, closedAt: null }),
  fc.record({ milestone: milestones }),
  fc.record({ title: fc.constantFrom("One", "Another") }),
  fc.record({
    body: fc.constantFrom("", "- [x] a\n- [ ] b", "Depends on #3", "Blocked by #7, o/x#1"),
  }),
  fc.record({ blockedBy: fc.array(fc.record({ reference: numbers }), { maxLength: 3 }) }),
  fc.record({ parent: fc.option(numbers), subIssueCount: fc.constantFrom(0, 0, 2) }),
  fc.record({
    labels: fc.subarray(labelNames.map((name) => ({ id: name, name }))),
    hiddenBlockers: fc.constantFrom(0, 0, 0, 1),
  }),
  fc.record({
    milestoneHistory: fc.subarray([
      { at, kind: "added" as const, title: "M3" },
      { at, kind: "removed" as const, title: "M3" },
    ]),
  }),
);

/** What is no issue and speaks in all of them. */
interface Around {
  readonly repository: Partial<ObservedRepository>;
  readonly more: Partial<GatherInput>;
}

const usual: Around = { repository: {}, more: {} };
const notes = { ...emptyNotebook, issues: { "4": { alias: { text: "four", at } } } };
const around = fc.constantFrom<Around>(
  ...[usual, usual, usual],
  { repository: { isPrivate: true }, more: {} },
  { repository: { milestones: [observedMilestone(3, { title: "Other" })] }, more: {} },
  { repository: {}, more: { notebook: notes } },
  { repository: {}, more: { config: { ...defaultConfig, timezone: "Asia/Tokyo" } } },
  { repository: {}, more: { config: { ...defaultConfig, unit: "points" } } },
  { repository: {}, more: { config: { ...defaultConfig, count: { epics: false } } } },
  {
    repository: {},
    more: { config: { ...defaultConfig, labels: new Map([["area", "cluster: "]]) } },
  },
);

const edit = fc.record({
  number: numbers,
  change,
  isGone: fc.constantFrom(false, false, false, true),
});

function planOf(issues: ReadonlyMap<number, ObservedIssue>, { repository, more }: Around): Plan {
  const usualMilestones = [
    observedMilestone(1),
    observedMilestone(2, { description: "Needs: M1, #8" }),
    observedMilestone(3, { description: "Needs: M2" }),
  ];
  const project = gatherProject({
    repository: observedRepository({ milestones: usualMilestones, ...repository }),
    issues,
    config: defaultConfig,
    notebook: emptyNotebook,
    ownIssues: new Set(),
    ...more,
  });
  return derivePlan(project, "2025-11-10");
}

function applyEdit(
  issues: ReadonlyMap<number, ObservedIssue>,
  {
    number,
    change: changed,
    isGone,
  }: { number: number; change: Partial<ObservedIssue>; isGone: boolean },
): ReadonlyMap<number, ObservedIssue> {
  const after = new Map(issues);
  if (isGone) after.delete(number);
  else after.set(number, { ...(issues.get(number) ?? observedIssue(number)), ...changed });
  return after;
}

test("a plan after any edits, of what is remembered and what is new, is the plan of all as if read now", () => {
  const start = new Map([1, 2, 3, 4, 5, 6, 7, 8].map((one) => [one, observedIssue(one)]));
  fc.assert(
    fc.property(fc.array(fc.tuple(edit, around), { minLength: 1, maxLength: 25 }), (steps) => {
      let issues: ReadonlyMap<number, ObservedIssue> = start;
      for (const [one, surroundings] of steps) {
        issues = applyEdit(issues, one);
        const warm = planOf(issues, surroundings);
        const fresh = planOf(structuredClone(issues), surroundings);
        expect(warm).toEqual(fresh);
        expect(renderPlanExport(warm)).toBe(renderPlanExport(fresh));
        expect(renderStatus(warm)).toBe(renderStatus(fresh));
      }
    }),
    { numRuns: 60 },
  );
});

test("an issue that did not change keeps its item, and a milestone of such issues its lists", () => {
  const issues = new Map([1, 2, 3].map((one) => [one, observedIssue(one, { milestone: one })]));
  const before = planOf(issues, usual);
  const after = planOf(
    applyEdit(issues, { number: 1, change: { title: "New" }, isGone: false }),
    usual,
  );
  expect(after.items.get(1)?.title).toBe("New");
  expect(after.items.get(2)).toBe(before.items.get(2));
  expect(after.milestones[1]?.remaining).toBe(before.milestones[1]?.remaining);
});
