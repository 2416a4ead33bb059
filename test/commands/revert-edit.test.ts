import fc from "fast-check";
import { describe, expect, test } from "#test";
import { revertOf, stillHolds } from "../../src/commands/revert-edit.ts";
import type { ObservedIssue } from "../../src/domain/observation.ts";
import type { PlanEdit } from "../../src/domain/plan-edit.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { readMilestoneLines } from "../../src/facts/milestone-lines.ts";
import { emptyNotebook, type IssueNotes, type Notebook } from "../../src/facts/notebook.ts";
import { type PlanFacts, predictEdit } from "../../src/facts/predict-edit.ts";
import { findTaskEntries } from "../../src/markdown/task-entries.ts";
import {
  observedIssue,
  observedMilestone,
  observedRepository,
} from "../engine/observation-builder.ts";

const at = "2025-11-11T10:00:00Z";
const numbers = [1, 2, 3, 4];

const number = fc.constantFrom(...numbers);
const milestone = fc.option(fc.constantFrom(2, 3));
const name = fc.constantFrom("a", "A", "b", "cluster: x", "Ada");
const reference: fc.Arbitrary<IssueReference> = fc.constantFrom<IssueReference>(
  1,
  2,
  3,
  4,
  "o/x#3",
);
const body = fc.constantFrom(
  "",
  "Text.",
  "- [ ] a\n- [x] b\n  - [ ] c\n\nText.\n",
  "1. [ ] a\r\n2. [ ] b",
);

const issue = (own: number): fc.Arbitrary<ObservedIssue> =>
  fc
    .record({
      milestone,
      labels: fc
        .uniqueArray(name, { selector: (one) => one.toLowerCase() })
        .map((names) => names.map((label) => ({ id: `L_${label}`, name: label }))),
      assignees: fc.uniqueArray(fc.constantFrom("ada", "bob"), {}),
      parent: fc.option(number.filter((one) => one !== own)),
      blockedBy: fc
        .uniqueArray(reference.filter((one) => one !== own))
        .map((all) => all.map((one) => ({ reference: one }))),
      body,
      closing: fc.option(fc.constantFrom("completed", "not_planned", "duplicate")),
    })
    .map(({ closing, ...facts }) =>
      observedIssue(own, {
        ...facts,
        ...(closing === null
          ? {}
          : {
              state: "closed",
              stateReason: closing,
              closedAt: at,
              duplicateOf: closing === "duplicate" ? (own % 4) + 1 : null,
            }),
      }),
    );

const needs = fc.constantFrom(
  "",
  "\n\nNeeds: 5.1",
  "\r\n\r\nStart: soon\r\nNeeds: #1, #2\r\nNote: x",
);
const texts = fc.option(fc.constantFrom("why", "because"), { nil: undefined });

const states: fc.Arbitrary<PlanFacts> = fc
  .record({
    issues: fc.tuple(issue(1), issue(2), issue(3), issue(4)),
    needs,
    note: texts,
    moved: texts,
  })
  .map((given) => {
    const children = (parent: number) => given.issues.filter((one) => one.parent === parent).length;
    const counted = given.issues.map((one) => ({ ...one, subIssueCount: children(one.number) }));
    const countIn = (in_: number, state: string) =>
      counted.filter((one) => one.milestone === in_ && one.state === state).length;
    const milestones = [2, 3].map((one) =>
      observedMilestone(one, {
        description: `Prose.${given.needs}`,
        nativeOpen: countIn(one, "open"),
        nativeClosed: countIn(one, "closed"),
      }),
    );
    const notes: IssueNotes = {
      ...(given.note === undefined ? {} : { note: { text: given.note, at } }),
      ...(given.moved === undefined ? {} : { moved: { text: given.moved, at, milestone: 2 } }),
    };
    const noted: Notebook["issues"] = Object.keys(notes).length > 0 ? { 1: notes } : {};
    return {
      repository: observedRepository({ milestones }),
      issues: new Map(counted.map((one) => [one.number, one])),
      notebook: { ...emptyNotebook, issues: noted },
    };
  });

const task = fc.oneof(
  fc.record({ do: fc.constant("add" as const), text: fc.constantFrom("new", " two\n words ") }),
  fc.record({
    do: fc.constantFrom("tick" as const, "untick" as const, "remove" as const),
    entry: fc.integer({ min: 1, max: 3 }),
    text: fc.constantFrom("a", "b", "c"),
  }),
);

const edits: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc.record({ kind: fc.constant("set-milestone" as const), issue: number, milestone }),
  fc.record({
    kind: fc.constantFrom("add-blocker" as const, "remove-blocker" as const),
    issue: number,
    blocker: reference,
  }),
  fc.record({ kind: fc.constant("set-parent" as const), issue: number, parent: fc.option(number) }),
  fc.record({
    kind: fc.constantFrom("add-label" as const, "remove-label" as const),
    issue: number,
    label: name,
  }),
  fc.record({
    kind: fc.constantFrom("assign" as const, "unassign" as const),
    issue: number,
    login: fc.constantFrom("ada", "BOB"),
  }),
  fc.record({
    kind: fc.constant("close" as const),
    issue: number,
    reason: fc.constantFrom("completed" as const, "not_planned" as const),
    duplicateOf: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("close" as const),
    issue: number,
    reason: fc.constant("duplicate" as const),
    duplicateOf: number,
  }),
  fc.record({ kind: fc.constant("reopen" as const), issue: number }),
  fc.record({ kind: fc.constant("edit-tasks" as const), issue: number, edit: task }),
  fc.record({
    kind: fc.constant("set-needs" as const),
    milestone: fc.constantFrom(2, 3),
    needs: fc.option(fc.constantFrom("#4", " #4,  5.1 ")),
  }),
  fc.record({
    kind: fc.constant("note" as const),
    issue: number,
    about: fc.constantFrom("note" as const, "alias" as const, "moved" as const),
    text: fc.option(fc.constantFrom("why", "new")),
    milestone,
  }),
);

/** What people can see of the facts: neither dates nor orders nor how GitHub numbers things. */
function visible({ repository, issues, notebook }: PlanFacts): unknown {
  return {
    issues: [...issues.values()].map((one) => ({
      ...{ number: one.number, state: one.state, milestone: one.milestone, parent: one.parent },
      ...{ subIssues: one.subIssueCount, duplicateOf: one.duplicateOf },
      isDropped: one.stateReason === "not_planned",
      labels: one.labels.map((label) => label.name.toLowerCase()).sort(),
      assignees: one.assignees.map((login) => login.toLowerCase()).sort(),
      blockedBy: one.blockedBy.map((blocker) => String(blocker.reference)).sort(),
      body: one.body.trimEnd(),
    })),
    milestones: repository.milestones.map((one) => ({
      ...readMilestoneLines(one.description),
      native: [one.nativeOpen, one.nativeClosed],
    })),
    notes: Object.entries(notebook.issues).map(([own, notes]) => [
      own,
      Object.entries(notes)
        .map(([about, note]) =>
          [about, note.text, about === "moved" ? notes.moved?.milestone : null].join(" "),
        )
        .sort(),
    ]),
  };
}

/** An entry that comes back stands at the end of its list, without its tick. */
function withoutOrder(facts: PlanFacts): unknown {
  const issues = [...facts.issues].map(([own, one]): [number, ObservedIssue] => {
    const words = findTaskEntries(one.body).map(({ text }) => text);
    return [own, { ...one, body: words.sort().join() }];
  });
  return visible({ ...facts, issues: new Map(issues) });
}

describe("an edit that changes something", () => {
  test("can be taken back, and holds until then", () => {
    let changing = 0;
    fc.assert(
      fc.property(states, edits, (before, edit) => {
        const after = predictEdit(edit, before, at);
        if (JSON.stringify(visible(after)) === JSON.stringify(visible(before))) return;
        changing += 1;
        const back = revertOf(edit, before);
        const again = predictEdit(back, after, at);
        const isRemoval = edit.kind === "edit-tasks" && edit.edit.do === "remove";
        const show = isRemoval ? withoutOrder : visible;
        expect(stillHolds(edit, after)).toBe(true);
        expect(show(again)).toEqual(show(before));
        expect(stillHolds(edit, again)).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(changing).toBeGreaterThan(500);
  });
});

test("an issue that was made stays, and is not taken for what the edit left", () => {
  const edit = { kind: "create-sub-issue", issue: 1, title: "t", milestone: null } as const;
  const before: PlanFacts = {
    repository: observedRepository(),
    issues: new Map([[1, observedIssue(1)]]),
    notebook: emptyNotebook,
  };
  expect(stillHolds(edit, predictEdit(edit, before, at))).toBe(false);
});

test("nothing holds of an issue that is gone", () => {
  const nobody: PlanFacts = {
    repository: observedRepository(),
    issues: new Map(),
    notebook: emptyNotebook,
  };
  expect(stillHolds({ kind: "reopen", issue: 1 }, nobody)).toBe(false);
  expect(stillHolds({ kind: "set-needs", milestone: 2, needs: "x" }, nobody)).toBe(false);
  expect(stillHolds({ kind: "note", issue: 1, about: "note", text: "x" }, nobody)).toBe(false);
});

test("an entry that was added is taken off by its words, wherever it stands by then", () => {
  const body = "- [ ] a";
  const add = { kind: "edit-tasks", issue: 1, edit: { do: "add", text: "b" } } as const;
  const before: PlanFacts = {
    repository: observedRepository(),
    issues: new Map([[1, observedIssue(1, { body })]]),
    notebook: emptyNotebook,
  };
  const moved = observedIssue(1, { body: "- [ ] b\n- [ ] a" });
  const now = { ...before, issues: new Map([[1, moved]]) };
  expect(stillHolds(add, now)).toBe(true);
  expect(predictEdit(revertOf(add, before), now, at).issues.get(1)?.body).toBe(body);
});
