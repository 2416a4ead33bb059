import { describe, expect, test } from "#test";
import { boardPlan, phase } from "./board-plan.ts";
import { roadmapPlan } from "./roadmap-plan.ts";
import { show } from "./show.ts";

const all = { milestone: "all" };

describe("the status board, milestone by milestone", () => {
  test.each([
    [0, "0/132 tasks (0%)"],
    [1, "9/132 tasks (7%)"],
    [3, "23/132 tasks (17%)"],
    [6, "54/132 tasks (41%)"],
    [10, "105/132 tasks (80%)"],
    [12, "132/132 tasks (100%)"],
  ])("with 5.1 to 5.%p done is at %s", (last, expected) => {
    const plan = boardPlan(phase(last));
    expect(show("count", plan, all)).toBe(expected);
    const [done, percent] = /^(\d+).*\((\d+%)\)$/.exec(expected)?.slice(1) ?? [];
    expect(show("progress-table", plan, { empty: "yes" })).toContain(
      `| ✅ Completed | ${done} | ${percent} |`,
    );
    expect(show("milestones-table", plan)).toContain(
      `**Total:** 12 milestones, 12 issues, ${expected} done`,
    );
  });

  const startable = (last: number) => {
    const text = show("next-steps", boardPlan(phase(last)), { limit: "12" });
    return [...text.matchAll(/^\d+\. #\d+ (5\.\d+) /gm)].map((match) => match[1]);
  };

  test("frees what waited", () => {
    expect(startable(0)).toEqual(["5.3", "5.1", "5.5", "5.6"]);
    expect(startable(1)).toContain("5.2");
    expect(startable(3).toSorted()).toEqual(["5.12", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9"]);
    expect(startable(6)).toContain("5.10");
    expect(startable(10)).toEqual(["5.11", "5.12"]);
    expect(startable(12)).toEqual([]);
  });

  test("ends with 132 of 132, 91 days ahead in all", () => {
    const plan = boardPlan(phase(12));
    expect(show("progress-table", plan, { empty: "yes" })).toBe(
      [
        "| State | Tasks | Share |",
        "| --- | --: | --: |",
        "| **Total** | 132 | 100% |",
        "| ✅ Completed | 132 | 100% |",
        "| 🔨 In progress | 0 | 0% |",
        "| ⛔ Blocked | 0 | 0% |",
        "| 📋 Not started | 0 | 0% |",
      ].join("\n"),
    );
    const early = [...show("milestone-sections", plan).matchAll(/, (\d+) days early/g)];
    const days = early.map((match) => Number(match[1]));
    expect(days).toEqual([3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(days.reduce((sum, one) => sum + one, 0)).toBe(91);
    expect(show("next-steps", plan)).toBe("_Nothing is open, so there is no next step._");
  });
});

describe("the roadmap, issue by issue", () => {
  test.each([
    [0, "0/22 (0%)", ["DB-ML0"], ["DB-ML1"]],
    [3, "3/22 (14%)", ["DB-ML1"], ["DB-ML2", "DB-ML3"]],
    [8, "8/22 (36%)", ["DB-ML2", "DB-ML3"], ["DB-ML4"]],
    [12, "12/22 (55%)", ["DB-ML3"], ["DB-ML4"]],
    [16, "16/22 (73%)", ["DB-ML4"], ["DB-ML5"]],
    [19, "19/22 (86%)", ["DB-ML5"], []],
    [22, "22/22 (100%)", [], []],
  ])("with %p closed is at %s, works on %p and then on %p", (closed, expected, now, then) => {
    const plan = roadmapPlan(closed);
    expect(show("count", plan, all)).toBe(expected);
    const text = show("next-steps", plan, { limit: "22" });
    const keys = (pattern: RegExp) => [
      ...new Set([...text.matchAll(pattern)].map((match) => match[1])),
    ];
    expect(keys(/^\d+\. .*? \((DB-ML\d) /gm).toSorted()).toEqual(now);
    expect(keys(/^- \*\*(DB-ML\d) /gm)).toEqual(then);
  });

  test("has the table that people kept by hand", () => {
    const options = { columns: "mark,milestone,issues,priority" };
    const rows = show("milestones-table", roadmapPlan(8), options).replace(/\]\(\S+\)/g, "]");
    expect(rows).toMatchInlineSnapshot(`
"|  | Milestone | Issues | Priority |
| --- | --- | --: | --- |
| ✅ | [DB-ML0 – Inventory and gap map] | 3/3 | 3 high |
| ✅ | [DB-ML1 – Postgres OLTP schema finalized] | 5/5 | 1 critical, 3 high, 1 medium |
| 📋 | [DB-ML2 – Lake / Iceberg layout] | 0/4 | 2 high, 2 medium |
| 📋 | [DB-ML3 – Weaviate / vector schema] | 0/4 | 3 high, 1 medium |
| ⛔ | [DB-ML4 – Cross-store contracts] | 0/3 | 2 high, 1 medium |
| ⛔ | [DB-ML5 – DR, performance, capacity] | 0/3 | 1 high, 2 medium |

**Total:** 6 milestones, 22 issues (1 critical, 14 high, 7 medium), 8/22 (36%) done

_✅ complete · 📋 not started · ⛔ blocked_"
`);
  });
});
