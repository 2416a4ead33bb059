/** A plan in which every text that people choose tries to act. */
import type { Plan } from "../../src/domain/plan.ts";
import { buildPlan } from "./plan-builder.ts";

export const hostileTexts: readonly string[] = [
  "<!-- milepost:end --> gone",
  "<!-- milepost:status -->",
  "--> <b>bold</b> <img src=x onerror=alert(1)>",
  "@octocat and @octo/team fixes #1",
  "closes octo/engine#5, GH-7, https://evil.example/x www.evil.example",
  "[link](https://evil.example) ![image](https://evil.example/i.png) <https://evil.example>",
  "[#1]: https://evil.example",
  "`code` ``` fence ~~~ | pipe | cells |",
  "line\nbreak\r\n# heading\n- [ ] task #3\n> quote",
  "**bold** _em_ ~~strike~~ \\ backslash \\| $math$ :tada: &lt;script&gt;",
  "| --- | --- |",
  "]] [^1] [x][#1] </details></summary><details>",
  "\u001a\u0000\u202egnp.exe \u200b\u2028",
  "   ",
  "lone \ud83d surrogate \udc00",
  'graph TD; A["x"]-->B; click A href "https://evil.example"',
  "a".repeat(10_000),
];

/** Every text of people's is this one. */
export function hostilePlan(text: string): Plan {
  const item = (number: number) => ({
    number,
    title: text,
    alias: number % 2 === 0 ? text : null,
    milestone: 1,
    assignees: [text],
    labels: [text],
    note: text,
    dimensions: { cluster: number % 3 === 0 ? `${text} ` : text },
  });
  return buildPlan({
    milestones: [
      { number: 1, title: text, note: text, dueOn: "2025-01-01" },
      { number: 2, title: `${text}!`, needsIssues: [2], needsMilestones: [1] },
      { number: 3, title: `${text}?` },
    ],
    items: [
      item(1),
      { ...item(2), waitsFor: [1, "octo/engine#5"] },
      { ...item(3), waitsFor: [2] },
      { ...item(4), isInProgress: true },
      { ...item(5), isOnHold: true, holdReason: text },
      { ...item(6), isTracker: true },
      { ...item(7), resolution: "completed" },
      { ...item(8), resolution: "duplicate", duplicateOf: 9 },
      {
        ...item(9),
        milestone: 2,
        earlierMilestones: [{ milestone: 1, leftOn: "2025-02-02" }],
        moveReason: text,
      },
      { ...item(10), milestone: 3, resolution: "completed", closedOn: "2025-03-03" },
      { ...item(11), resolution: "dropped", closedOn: "2025-04-04", dropReason: text },
      { ...item(12), waitsFor: [5] },
    ],
    foreign: new Map([
      [
        "octo/engine#5",
        {
          reference: "octo/engine#5",
          title: text,
          url: "https://github.com/octo/engine/issues/5",
          state: "open",
        },
      ],
    ]),
    findings: [
      { rule: "x", severity: "error", issues: [1], milestone: null, message: `#1 says ${text}` },
    ],
  });
}
