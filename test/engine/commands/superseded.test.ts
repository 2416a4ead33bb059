import { describe, expect, test } from "#test";
import type { PersonsChange } from "../../../src/domain/command-text.ts";
import type { PlanEdit } from "../../../src/domain/plan-edit.ts";
import { isSuperseded } from "../../../src/engine/commands/superseded.ts";
import { emptyNotebook } from "../../../src/facts/notebook.ts";

const since = (...facts: PersonsChange["fact"][]) => ({
  givenAt: "2025-11-10T09:00:00Z",
  changes: facts.map((fact) => ({ issueId: "I_1", at: "2025-11-10T09:05:00Z", fact })),
  notebook: emptyNotebook,
  prefixes: ["cluster: "],
  idOf: (issue: number) => `I_${issue}`,
});

const move: PlanEdit = { kind: "set-milestone", issue: 1, milestone: 5 };
const label: PlanEdit = { kind: "add-label", issue: 1, label: "cluster: AI" };
const edge: PlanEdit = { kind: "add-blocker", issue: 1, blocker: 2 };

describe("a late command", () => {
  test.each<[string, PlanEdit, PersonsChange["fact"]]>([
    ["a move, by another move", move, { kind: "milestone" }],
    ["a label, by another of its dimension", label, { kind: "label", name: "Cluster: Store" }],
    ["a dependency, by the same one", edge, { kind: "blocker", reference: 2 }],
    [
      "a start, by another assignee",
      { kind: "assign", issue: 1, login: "a" },
      { kind: "assignee", login: "b" },
    ],
    [
      "a drop, by a reopening",
      { kind: "close", issue: 1, reason: "not_planned", duplicateOf: null },
      { kind: "state" },
    ],
    ["a parent, by another", { kind: "set-parent", issue: 1, parent: 3 }, { kind: "parent" }],
    [
      "a task, by an edit of the text",
      { kind: "edit-tasks", issue: 1, edit: { do: "add", text: "x" } },
      { kind: "text" },
    ],
  ])("is superseded: %s", (_name, edit, fact) => {
    expect(isSuperseded(edit, since(fact))).toBe(true);
  });

  test.each<[string, PlanEdit, PersonsChange["fact"]]>([
    ["a move, by a label", move, { kind: "label", name: "cluster: AI" }],
    ["a label, by one of no dimension", label, { kind: "label", name: "bug" }],
    ["a dependency, by another one", edge, { kind: "blocker", reference: 3 }],
    ["a change of another issue", { ...move, issue: 2 }, { kind: "milestone" }],
  ])("still runs: %s", (_name, edit, fact) => {
    expect(isSuperseded(edit, since(fact))).toBe(false);
  });

  test("still runs after a change in its own second: an edit of a text gives the command itself", () => {
    const edit: PlanEdit = { kind: "edit-tasks", issue: 1, edit: { do: "add", text: "x" } };
    const itself = { issueId: "I_1", at: "2025-11-10T09:00:00Z", fact: { kind: "text" } } as const;
    expect(isSuperseded(edit, { ...since(), changes: [itself] })).toBe(false);
  });

  test("a note gives way to a newer note only", () => {
    const note: PlanEdit = { kind: "note", issue: 1, about: "alias", text: "Store" };
    const noted = (at: string) => ({
      ...since(),
      notebook: { ...emptyNotebook, issues: { "1": { alias: { text: "Old", at } } } },
    });
    expect(isSuperseded(note, noted("2025-11-10T09:01:00Z"))).toBe(true);
    expect(isSuperseded(note, noted("2025-11-10T08:59:00Z"))).toBe(false);
    expect(isSuperseded(note, since())).toBe(false);
  });
});
