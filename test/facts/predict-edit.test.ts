import { describe, expect, test } from "#test";
import type { ObservedIssue } from "../../src/domain/observation.ts";
import type { PlanEdit } from "../../src/domain/plan-edit.ts";
import { emptyNotebook } from "../../src/facts/notebook.ts";
import { type PlanFacts, predictEdit } from "../../src/facts/predict-edit.ts";
import {
  observedIssue,
  observedMilestone,
  observedRepository,
} from "../engine/observation-builder.ts";

const at = "2025-11-11T10:00:00Z";

function facts(...issues: readonly ObservedIssue[]): PlanFacts {
  const milestones = [
    observedMilestone(2, { title: "M2 Data", nativeOpen: 3, nativeClosed: 1 }),
    observedMilestone(3, {
      title: "M3 Core",
      description: "Prose.\r\n\r\nStart: 2026-01-13\r\nNeeds: 5.1",
    }),
  ];
  return {
    repository: observedRepository({ milestones }),
    issues: new Map(issues.map((issue) => [issue.number, issue])),
    notebook: emptyNotebook,
  };
}

function issueAfter(edit: PlanEdit, before: PlanFacts, number = 1): ObservedIssue | undefined {
  return predictEdit(edit, before, at).issues.get(number);
}

function nativeAfter(edit: PlanEdit, before: PlanFacts) {
  const { milestones } = predictEdit(edit, before, at).repository;
  return milestones.map(({ nativeOpen, nativeClosed }) => [nativeOpen, nativeClosed]);
}

describe("an issue that is moved", () => {
  const before = facts(observedIssue(1, { milestone: 2 }));
  const edit: PlanEdit = { kind: "set-milestone", issue: 1, milestone: 3 };

  test("is in its milestone, and its history tells from where", () => {
    const after = issueAfter(edit, before);
    expect(after?.milestone).toBe(3);
    expect(after?.milestoneHistory).toEqual([
      { at, kind: "removed", title: "M2 Data" },
      { at, kind: "added", title: "M3 Core" },
    ]);
  });

  test("counts in the one and no longer in the other", () => {
    expect(nativeAfter(edit, before)).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  test("leaves for none", () => {
    const after = issueAfter({ ...edit, milestone: null }, before);
    expect(after?.milestone).toBeNull();
    expect(after?.milestoneHistory).toEqual([{ at, kind: "removed", title: "M2 Data" }]);
  });

  test("is moved after all that has happened, however late the command is", () => {
    const later = "2025-12-01T00:00:00Z";
    const history = [{ at: later, kind: "added", title: "M2 Data" }] as const;
    const moved = facts(observedIssue(1, { milestone: 2, milestoneHistory: history }));
    const after = issueAfter(edit, moved);
    expect(after?.milestoneHistory.map((change) => change.at)).toEqual([later, later, later]);
  });

  test("stays as it is where it is there already", () => {
    expect(predictEdit({ ...edit, milestone: 2 }, before, at)).toBe(before);
  });
});

describe("a blocker", () => {
  test("is added with what is known of it", () => {
    const blocker = observedIssue(2, { title: "B", state: "closed", stateReason: "completed" });
    const before = facts(observedIssue(1), blocker);
    const after = issueAfter({ kind: "add-blocker", issue: 1, blocker: 2 }, before);
    const seen = { title: "B", state: "closed", stateReason: "completed", isPrivate: false };
    expect(after?.blockedBy).toEqual([{ reference: 2, seen }]);
  });

  test("of another repository is known from another issue that waits for it, or not at all", () => {
    const seen = { title: "E", state: "open", stateReason: null, isPrivate: true } as const;
    const known = observedIssue(2, { blockedBy: [{ reference: "o/x#3", seen }] });
    const edit = { kind: "add-blocker", issue: 1, blocker: "o/x#3" } as const;
    expect(issueAfter(edit, facts(observedIssue(1), known))?.blockedBy).toEqual([
      { reference: "o/x#3", seen },
    ]);
    expect(issueAfter(edit, facts(observedIssue(1)))?.blockedBy).toEqual([{ reference: "o/x#3" }]);
  });

  test("is added once, and removed", () => {
    const before = facts(observedIssue(1, { blockedBy: [{ reference: 2 }, { reference: 3 }] }));
    expect(
      issueAfter({ kind: "add-blocker", issue: 1, blocker: 3 }, before)?.blockedBy,
    ).toHaveLength(2);
    expect(issueAfter({ kind: "remove-blocker", issue: 1, blocker: 2 }, before)?.blockedBy).toEqual(
      [{ reference: 3 }],
    );
  });
});

test("a sub-issue leaves one parent for another, and both count", () => {
  const before = facts(
    observedIssue(1, { parent: 2 }),
    observedIssue(2, { subIssueCount: 1 }),
    observedIssue(3),
  );
  const { issues } = predictEdit({ kind: "set-parent", issue: 1, parent: 3 }, before, at);
  expect([1, 2, 3].map((number) => issues.get(number)?.parent)).toEqual([3, null, null]);
  expect([1, 2, 3].map((number) => issues.get(number)?.subIssueCount)).toEqual([0, 0, 1]);
  const alone = predictEdit({ kind: "set-parent", issue: 1, parent: null }, before, at).issues;
  expect(alone.get(1)?.parent).toBeNull();
  expect(alone.get(2)?.subIssueCount).toBe(0);
});

test("a new sub-issue counts in its parent before it is read", () => {
  const edit = { kind: "create-sub-issue", issue: 1, title: "t", milestone: null } as const;
  const after = predictEdit(edit, facts(observedIssue(1)), at);
  expect(after.issues.get(1)?.subIssueCount).toBe(1);
  expect(after.issues.size).toBe(1);
});

describe("a label", () => {
  test("has the id and the spelling that it has elsewhere", () => {
    const labels = [{ id: "L_1", name: "Cluster: A" }];
    const before = facts(observedIssue(1), observedIssue(2, { labels }));
    const edit = { kind: "add-label", issue: 1, label: "cluster: a" } as const;
    expect(issueAfter(edit, before)?.labels).toEqual(labels);
    expect(issueAfter({ ...edit, issue: 2 }, before, 2)?.labels).toEqual(labels);
  });

  test("that is new is like no other", () => {
    const edit = { kind: "add-label", issue: 1, label: "New" } as const;
    expect(issueAfter(edit, facts(observedIssue(1)))?.labels.map(({ name }) => name)).toEqual([
      "New",
    ]);
  });

  test("goes whatever its letter case", () => {
    const before = facts(observedIssue(1, { labels: [{ id: "L_1", name: "On Hold" }] }));
    expect(
      issueAfter({ kind: "remove-label", issue: 1, label: "on hold" }, before)?.labels,
    ).toEqual([]);
  });
});

test("people come once and go whatever their letter case", () => {
  const before = facts(observedIssue(1, { assignees: ["Ana"] }));
  expect(issueAfter({ kind: "assign", issue: 1, login: "bo" }, before)?.assignees).toEqual([
    "Ana",
    "bo",
  ]);
  expect(issueAfter({ kind: "assign", issue: 1, login: "ana" }, before)?.assignees).toEqual([
    "ana",
  ]);
  expect(issueAfter({ kind: "unassign", issue: 1, login: "ANA" }, before)?.assignees).toEqual([]);
});

describe("an issue that is closed", () => {
  const before = facts(observedIssue(1, { milestone: 2 }), observedIssue(2));
  const edit = { kind: "close", issue: 1, reason: "duplicate", duplicateOf: 2 } as const;

  test("says when, why and of what it is a duplicate, and counts as closed", () => {
    expect(issueAfter(edit, before)).toMatchObject({
      state: "closed",
      stateReason: "duplicate",
      duplicateOf: 2,
      closedAt: at,
    });
    expect(nativeAfter(edit, before)).toEqual([
      [2, 2],
      [0, 0],
    ]);
  });

  test("is as before once it is reopened", () => {
    const after = predictEdit({ kind: "reopen", issue: 1 }, predictEdit(edit, before, at), at);
    expect(after.issues.get(1)).toMatchObject({ state: "open", duplicateOf: null, closedAt: null });
    expect(after.repository).toEqual(before.repository);
  });

  test("keeps its date where only the reason changes", () => {
    const earlier = "2025-11-01T00:00:00Z";
    const known = facts(
      observedIssue(1, { state: "closed", stateReason: "completed", closedAt: earlier }),
    );
    const dropped = { kind: "close", issue: 1, reason: "not_planned", duplicateOf: null } as const;
    expect(issueAfter(dropped, known)).toMatchObject({
      stateReason: "not_planned",
      closedAt: earlier,
    });
  });
});

test("a task is ticked in the text", () => {
  const before = facts(observedIssue(1, { body: "- [ ] a\n- [ ] b" }));
  const edit = { do: "tick", entry: 2, text: "b" } as const;
  expect(issueAfter({ kind: "edit-tasks", issue: 1, edit }, before)?.body).toBe("- [ ] a\n- [x] b");
  const stale = { do: "tick", entry: 2, text: "c" } as const;
  expect(issueAfter({ kind: "edit-tasks", issue: 1, edit: stale }, before)?.body).toBe(
    "- [ ] a\n- [ ] b",
  );
});

test("what a milestone needs stands in its description, beside what else does", () => {
  const description = (needs: string | null) => {
    const edit = { kind: "set-needs", milestone: 3, needs } as const;
    return predictEdit(edit, facts(), at).repository.milestones[1]?.description;
  };
  expect(description("5.1, #407")).toBe("Prose.\r\n\r\nStart: 2026-01-13\r\nNeeds: 5.1, #407");
  expect(description(null)).toBe("Prose.\r\n\r\nStart: 2026-01-13");
});

test("a note is in the notebook with its date", () => {
  const edit = { kind: "note", issue: 1, about: "moved", text: "why", milestone: 3 } as const;
  const { notebook } = predictEdit(edit, facts(observedIssue(1)), at);
  expect(notebook.issues).toEqual({ 1: { moved: { text: "why", at, milestone: 3 } } });
});

test("an edit of an issue or a milestone that is gone changes nothing", () => {
  const before = facts();
  expect(predictEdit({ kind: "reopen", issue: 9 }, before, at)).toBe(before);
  expect(predictEdit({ kind: "set-needs", milestone: 9, needs: "x" }, before, at)).toEqual(before);
});
