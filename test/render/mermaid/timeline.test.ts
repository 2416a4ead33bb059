import { expect, test } from "#test";
import { boardPlan, phase } from "../board-plan.ts";
import { modelPlan } from "../model-plan.ts";
import { buildPlan } from "../plan-builder.ts";
import { show } from "../show.ts";
import { everyLookPlan } from "./drawn-plans.ts";

test("bars reach from the start to the due day or the day of completion; what has no start is a point", () => {
  expect(show("timeline", everyLookPlan)).toMatchInlineSnapshot(`
"\`\`\`mermaid
gantt
  title 2025-08-01 to 2025-12-01
  accTitle: When milestones begin and are due
  dateFormat YYYY-MM-DD
  axisFormat %b %d
  inclusiveEndDates
  🔨 Alpha, 2/12 (17%), overdue :crit, r0, 2025-09-01, 2025-10-01
  ⛔ Beta, 0/1 (0%) :milestone, r1, 2025-12-01, 0d
  📋 Gamma, 0/0 :milestone, r2, 2025-12-01, 0d
  ✅ Omega, done :done, r3, 2025-08-01, 2025-08-08
\`\`\`

_✅ complete · 🔨 in progress · 📋 not started · ⛔ blocked_

**Without a due day:** [Delta](https://github.com/octo/game/milestone/4) (0/0, from 2025-12-24)"
`);
});

test("a longer time is marked by month", () => {
  const milestones = [
    { number: 1, title: "Alpha", dueOn: "2025-01-01" },
    { number: 2, title: "Beta", dueOn: "2026-01-01" },
  ] as const;
  expect(show("timeline", buildPlan({ milestones }))).toContain("axisFormat %b %Y");
});

test("what was done first goes first where there is no room", () => {
  const text = show("timeline", boardPlan(phase(3)), { limit: "9" });
  expect(text).not.toContain("✅");
  expect(text).toContain("Milestone 5.4#58; Caching Infrastructure, 0/7 tasks (0%), overdue :crit");
  expect(text).toMatch(/\n_And 3 milestones more\._$/);
});

test("nothing is drawn without a day", () => {
  const text = "_No milestone has a due day, so there is no timeline._";
  expect(show("timeline", modelPlan)).toBe(text);
  expect(show("timeline", everyLookPlan, { milestone: "Delta" })).toBe(
    "_No due day is set here, so there is no timeline._",
  );
  expect(show("timeline", buildPlan({}))).toBe("_No milestone yet._");
});
