import { expect, test } from "#test";
import { describeEdits } from "../../src/commands/describe-edit.ts";
import type { PlanEdit } from "../../src/domain/plan-edit.ts";
import { createLinks } from "../../src/render/links.ts";
import { hostileTexts } from "../render/hostile-plan.ts";
import { parseActs } from "../render/parsed.ts";
import { buildPlan } from "../render/plan-builder.ts";
import { asRead } from "../render/show.ts";

const plan = buildPlan({
  items: [
    ...[404, 405, 406, 407, 408, 409, 410].map((number) => ({ number, milestone: 2 })),
    { number: 411, parent: 69 },
    { number: 69 },
  ],
  milestones: [
    { number: 2, title: "M2 Data" },
    { number: 3, title: "M3 Core" },
  ],
});

function described(edits: readonly PlanEdit[]): readonly string[] {
  return describeEdits(plan, createLinks("status-issue", plan), edits).map(asRead);
}

const waits = (issue: number, blocker: number): PlanEdit => ({
  kind: "add-blocker",
  issue,
  blocker,
});

test("the nine dependencies of a chain are three sentences", () => {
  const four = [404, 405, 406, 407];
  const edits = [
    ...four.map((issue) => waits(issue, 408)),
    ...four.map((blocker) => waits(410, blocker)),
    waits(409, 410),
  ];
  expect(described(edits)).toEqual([
    "#404-#407 wait for #408",
    "#410 waits for #404-#407",
    "#409 waits for #410",
  ]);
});

test("one edit is one sentence, in the order of the edits", () => {
  expect(
    described([
      waits(404, 408),
      { kind: "remove-blocker", issue: 404, blocker: 405 },
      { kind: "remove-label", issue: 404, label: "blocked" },
      { kind: "reopen", issue: 408 },
      waits(404, 409),
    ]),
  ).toEqual([
    "#404 waits for #408 and #409",
    "#404 no longer waits for #405",
    "takes `blocked` off #404",
    "reopens #408",
  ]);
});

test.each<[string, readonly PlanEdit[], string]>([
  [
    "a move",
    [{ kind: "set-milestone", issue: 404, milestone: 3 }],
    "moves #404 from M2 Data to **M3 Core**",
  ],
  [
    "a move from nowhere",
    [{ kind: "set-milestone", issue: 411, milestone: 3 }],
    "moves #411 to **M3 Core**",
  ],
  [
    "a move to nowhere",
    [{ kind: "set-milestone", issue: 404, milestone: null }],
    "takes #404 out of **M2 Data**",
  ],
  [
    "a move with its reason",
    [
      { kind: "set-milestone", issue: 404, milestone: 3 },
      { kind: "note", issue: 404, about: "moved", text: "it is *late*.", milestone: 3 },
    ],
    "moves #404 from M2 Data to **M3 Core**, because it is \\*late\\*",
  ],
  [
    "a move that forgets a reason",
    [
      { kind: "set-milestone", issue: 404, milestone: 3 },
      { kind: "note", issue: 404, about: "moved", text: null },
    ],
    "moves #404 from M2 Data to **M3 Core**",
  ],
  [
    "a reason alone",
    [{ kind: "note", issue: 404, about: "moved", text: "x", milestone: 2 }],
    "keeps why #404 was moved: x",
  ],
  [
    "a drop",
    [
      { kind: "close", issue: 404, reason: "not_planned", duplicateOf: null },
      { kind: "note", issue: 404, about: "dropped", text: "x" },
    ],
    "closes #404 as not planned, because x",
  ],
  [
    "a duplicate",
    [{ kind: "close", issue: 404, reason: "duplicate", duplicateOf: 405 }],
    "closes #404 as a duplicate of #405",
  ],
  [
    "a completion",
    [{ kind: "close", issue: 404, reason: "completed", duplicateOf: null }],
    "closes #404 as completed",
  ],
  [
    "a new parent",
    [{ kind: "set-parent", issue: 404, parent: 69 }],
    "makes #404 a sub-issue of #69",
  ],
  [
    "new sub-issues",
    [
      { kind: "set-parent", issue: 404, parent: 69 },
      { kind: "set-parent", issue: 405, parent: 69 },
    ],
    "makes #404 and #405 sub-issues of #69",
  ],
  ["a parent left", [{ kind: "set-parent", issue: 411, parent: null }], "takes #411 out of #69"],
  [
    "no parent to leave",
    [{ kind: "set-parent", issue: 404, parent: null }],
    "leaves #404 without a parent",
  ],
  [
    "a need",
    [{ kind: "set-needs", milestone: 3, needs: "5.1, #407" }],
    "writes `Needs: 5.1, #407` into **M3 Core**",
  ],
  [
    "no needs",
    [{ kind: "set-needs", milestone: 3, needs: null }],
    "takes the `Needs:` line out of **M3 Core**",
  ],
  [
    "a label",
    [{ kind: "add-label", issue: 404, label: "a | b" }],
    "puts <code>a \\| b</code> on #404",
  ],
  [
    "a label on several",
    [
      { kind: "add-label", issue: 404, label: "a" },
      { kind: "add-label", issue: 405, label: "a" },
    ],
    "puts `a` on #404 and #405",
  ],
  ["a person", [{ kind: "assign", issue: 404, login: "ada" }], "assigns ada to #404"],
  ["nobody", [{ kind: "unassign", issue: 404, login: "ada" }], "takes ada off #404"],
  [
    "a task",
    [{ kind: "edit-tasks", issue: 404, edit: { do: "add", text: "a" } }],
    "adds the task “a” to #404",
  ],
  [
    "a tick",
    [{ kind: "edit-tasks", issue: 404, edit: { do: "tick", entry: 1, text: "a" } }],
    "ticks “a” in #404",
  ],
  [
    "no tick",
    [{ kind: "edit-tasks", issue: 404, edit: { do: "untick", entry: 1, text: "a" } }],
    "unticks “a” in #404",
  ],
  [
    "no task",
    [{ kind: "edit-tasks", issue: 404, edit: { do: "remove", entry: 1, text: "a" } }],
    "takes the task “a” out of #404",
  ],
  [
    "a new issue",
    [{ kind: "create-sub-issue", issue: 404, title: "a", milestone: 2 }],
    "makes “a” a sub-issue of #404",
  ],
  ["a note", [{ kind: "note", issue: 404, about: "note", text: "a" }], "keeps the note on #404: a"],
  [
    "no alias",
    [{ kind: "note", issue: 404, about: "alias", text: null }],
    "forgets the short name of #404",
  ],
  [
    "a reason to hold",
    [{ kind: "note", issue: 404, about: "held", text: "a" }],
    "keeps why #404 is on hold: a",
  ],
])("%s is told", (_what, edits, sentence) => {
  expect(described(edits)).toEqual([sentence]);
});

test("what people wrote does nothing", () => {
  for (const text of hostileTexts) {
    const edits: readonly PlanEdit[] = [
      { kind: "set-milestone", issue: 404, milestone: 3 },
      { kind: "note", issue: 404, about: "moved", text, milestone: 3 },
      { kind: "note", issue: 404, about: "note", text },
      { kind: "add-label", issue: 404, label: text },
      { kind: "assign", issue: 404, login: text },
      { kind: "set-needs", milestone: 3, needs: text },
      { kind: "edit-tasks", issue: 404, edit: { do: "add", text } },
      { kind: "create-sub-issue", issue: 404, title: text, milestone: null },
    ];
    const links = createLinks("status-issue", plan);
    const sentences = describeEdits(plan, links, edits);
    const acts = parseActs(
      `${sentences.map((one) => `- ${one}`).join("\n")}\n\n${links.definitions()}`,
    );
    for (const target of acts.targets) expect(target).toMatch(/^\.\.\/issues\/\d+$/);
    for (const html of acts.html) expect(html).toMatch(/^<\/?code>$/);
    expect(acts.text).not.toMatch(/@octo|gh-7|www\.evil|https:\/\/|:tada:/i);
  }
});
