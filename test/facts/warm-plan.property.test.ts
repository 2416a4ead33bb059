import fc from "fast-check";
import { expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { ByNumber } from "../../src/domain/by-number.ts";
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

const numbers = fc.integer({ min: 1, max: 26 }).filter((number) => number !== statusIssue);
/** Milepost's own, in the midst of the others. */
const statusIssue = 20;
/** The last one is never read. */
const named = fc.oneof(numbers, fc.constant(27));
const milestones = fc.constantFrom(null, 1, 1, 2, 3);
const labelNames = ["cluster: A", "cluster: B", "priority: high", "points: 3", "on hold"];
const at = "2025-11-09T23:30:00Z";

const elsewhere: fc.Arbitrary<ObservedIssue["blockedBy"][number]> = fc.record({
  reference: fc.constantFrom("o/x#1" as const, "o/x#2" as const),
  seen: fc.record({
    title: fc.constant("Elsewhere"),
    state: fc.constantFrom("open", "closed"),
    stateReason: fc.constantFrom(null, "not_planned" as const),
    isPrivate: fc.constantFrom(false, true),
  }),
});

/** What happens most, and may not make anything be forgotten. */
const closing: fc.Arbitrary<Partial<ObservedIssue>> = fc.record({
  state: fc.constant("closed" as const),
  stateReason: fc.constantFrom("completed", "completed", "not_planned", "duplicate"),
  closedAt: fc.constant(at),
});

const change: fc.Arbitrary<Partial<ObservedIssue>> = fc.oneof(
  ...[closing, closing, closing],
  fc.constant({ state: "open" as const, stateReason: null, closedAt: null }),
  fc.record({ milestone: milestones }),
  fc.record({ title: fc.constantFrom("One", "Another") }),
  fc.record({
    body: fc.constantFrom("", "- [x] a\n- [ ] b", "Depends on #3, #27", "Blocked by #7, o/x#1"),
  }),
  fc.record({ blockedBy: fc.array(fc.record({ reference: named }), { maxLength: 3 }) }),
  fc.record({ blockedBy: fc.array(elsewhere, { maxLength: 2 }) }),
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
const notesOfFour = {
  alias: { text: "four", at },
  note: { text: "Ask Bo", at },
  moved: { text: "no room", at, milestone: 1 },
  dropped: { text: "nobody asked", at },
  held: { text: "waits for law", at },
};
const notesWith = (some: readonly (keyof typeof notesOfFour)[]) => ({
  ...emptyNotebook,
  issues: { "4": Object.fromEntries(some.map((one) => [one, notesOfFour[one]])) },
});
const notes = fc
  .subarray(["alias", "note", "moved", "dropped", "held"] as const)
  .map((some): Around => ({ repository: {}, more: { notebook: notesWith(some) } }));
const settings = fc.constantFrom<Around>(
  ...[usual, usual, usual],
  { repository: { isPrivate: true }, more: {} },
  { repository: { milestones: [observedMilestone(3, { title: "Other" })] }, more: {} },
  {
    repository: {},
    more: {
      config: { ...defaultConfig, states: { inProgress: "cluster: B", onHold: "priority: high" } },
    },
  },
  { repository: {}, more: { config: { ...defaultConfig, epics: { label: "cluster: A" } } } },
  { repository: {}, more: { config: { ...defaultConfig, timezone: "Asia/Tokyo" } } },
  { repository: {}, more: { config: { ...defaultConfig, unit: "points" } } },
  { repository: {}, more: { config: { ...defaultConfig, count: { epics: false } } } },
  {
    repository: {},
    more: { config: { ...defaultConfig, labels: new Map([["area", "cluster: "]]) } },
  },
);

const around = fc.oneof({ weight: 9, arbitrary: settings }, { weight: 2, arbitrary: notes });

const edit = fc.record({
  number: numbers,
  change,
  isGone: fc.constantFrom(...Array.from({ length: 20 }, (_, index) => index === 0)),
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
    ownIssues: new Set([statusIssue]),
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
  const after = ByNumber.copyOf(issues);
  if (isGone) after.delete(number);
  else after.set(number, { ...(issues.get(number) ?? observedIssue(number)), ...changed });
  return after;
}

/** Most of them wait for the ones before, some are below others. */
const start: fc.Arbitrary<ReadonlyMap<number, ObservedIssue>> = fc
  .array(
    fc.record({
      milestone: milestones,
      waitsFor: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
      parent: fc.constantFrom(null, null, 1, 2),
    }),
    { minLength: 24, maxLength: 24 },
  )
  .map((all) => new Map(all.map((facts, index) => [index + 1, startingIssue(index + 1, facts)])));

function startingIssue(
  number: number,
  facts: { milestone: number | null; waitsFor: readonly number[]; parent: number | null },
): ObservedIssue {
  const blockers = facts.waitsFor.map((distance) => number - distance).filter((one) => one > 0);
  return observedIssue(number, {
    milestone: facts.milestone,
    parent: facts.parent === number ? null : facts.parent,
    subIssueCount: number <= 2 ? 1 : 0,
    blockedBy: [...new Set(blockers)].map((reference) => ({ reference })),
  });
}

const step = fc.tuple(fc.array(edit, { minLength: 1, maxLength: 2 }), around);

test("a plan after any edits, of what is remembered and what is new, is the plan of all as if read now", () => {
  fc.assert(
    fc.property(start, fc.array(step, { minLength: 1, maxLength: 25 }), (first, steps) => {
      let issues = first;
      planOf(issues, usual);
      for (const [edits, surroundings] of steps) {
        issues = edits.reduce(applyEdit, issues);
        issues = ByNumber.copyOf(issues).set(statusIssue, observedIssue(statusIssue));
        const warm = planOf(issues, surroundings);
        const fresh = planOf(new Map(structuredClone([...issues])), surroundings);
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

test("words of an issue that did not change are heard once what they name is known", () => {
  const speaking = observedIssue(1, { body: "Depends on #27" });
  const issues = new Map(
    [speaking, observedIssue(2), observedIssue(3)].map((one) => [one.number, one]),
  );
  expect(planOf(issues, usual).items.get(1)?.dependencies).toEqual([]);
  const related = { blockedBy: [{ reference: 27 }] };
  const after = planOf(applyEdit(issues, { number: 2, change: related, isGone: false }), usual);
  expect(after.items.get(1)?.dependencies).toEqual([{ on: 27, origin: "text" }]);
});
