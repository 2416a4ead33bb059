import { describe, expect, test } from "#test";
import { boardPlan, phase } from "./board-plan.ts";
import { modelPlan, modelPlanWith } from "./model-plan.ts";
import { buildPlan, type PlanFacts } from "./plan-builder.ts";
import { roadmapPlan } from "./roadmap-plan.ts";
import { renderBlock, show } from "./show.ts";

const done = { resolution: "completed", closedOn: "2025-07-26" } as const;

const mixed = {
  milestones: [
    { number: 1, title: "Alpha", dueOn: "2025-12-01" },
    { number: 2, title: "Beta", needsMilestones: [1] },
  ],
  items: [
    { number: 1, milestone: 1, ...done, points: 3, hours: { low: 4, high: 4 } },
    { number: 2, milestone: 1, isInProgress: true, points: 5, hours: { low: 12, high: 16 } },
    { number: 3, milestone: 1, isOnHold: true, tasks: { done: 1, total: 4 }, points: 1 },
    { number: 4, milestone: 1, waitsFor: [2] },
    { number: 5, milestone: 2, points: 8, dimensions: { priority: "P1" } },
    { number: 6, milestone: 2, isTracker: true },
  ],
} satisfies PlanFacts;

const mixedIn = (unit: "issues" | "tasks" | "points" | "hours") =>
  buildPlan({ ...mixed, rules: { unit } });

describe("progress table", () => {
  test("splits the work by state", () => {
    expect(show("progress-table", modelPlan)).toMatchInlineSnapshot(`
"| State | Issues | Share |
| --- | --: | --: |
| **Total** | 83 | 100% |
| ✅ Completed | 39 | 47% |
| ⛔ Blocked | 6 | 7% |
| 📋 Not started | 34 | 41% |
| ☂️ Open epics | 4 | 5% |

_Of what is not started, 13 issues can start now; 21 wait with their milestones._"
`);
    expect(show("progress-table", mixedIn("tasks"))).toMatchInlineSnapshot(`
"| State | Tasks | Share |
| --- | --: | --: |
| **Total** | 9 | 100% |
| ✅ Completed | 2 | 22% |
| 🔨 In progress | 1 | 11% |
| ⛔ Blocked | 1 | 11% |
| ⏸️ On hold | 3 | 34% |
| 📋 Not started | 1 | 11% |
| ☂️ Open epics | 1 | 11% |

_Of what is not started, 0 tasks can start now; 1 waits with its milestone._"
`);
  });

  test("says what adds nothing to points and hours", () => {
    expect(show("progress-table", mixedIn("points"))).toMatchInlineSnapshot(`
"| State | Points | Share |
| --- | --: | --: |
| **Total** | 17 | 100% |
| ✅ Completed | 3 | 18% |
| 🔨 In progress | 5 | 29% |
| ⏸️ On hold | 1 | 6% |
| 📋 Not started | 8 | 47% |

_Of what is not started, 0 points can start now; 8 wait with their milestones._

_2 open issues have no estimate in points and add nothing here._"
`);
    expect(show("progress-table", mixedIn("hours"), { milestone: "Alpha" })).toMatchInlineSnapshot(`
"| State | Hours | Share |
| --- | --: | --: |
| **Total** | 16–20 | 100% |
| ✅ Completed | 4 | 22% |
| 🔨 In progress | 12–16 | 78% |

_2 open issues have no estimate in hours and add nothing here._"
`);
  });

  test("of nothing has no percent", () => {
    expect(show("progress-table", modelPlan, { milestone: "M4" })).toBe(
      "| State | Issues | Share |\n| --- | --: | --: |\n| **Total** | 0 |  |",
    );
  });
});

describe("milestones table", () => {
  test("has the columns that say something", () => {
    expect(show("milestones-table", mixedIn("hours"))).toMatchInlineSnapshot(`
"|  | Milestone | Issues | Progress | Priority | Points | Due |
| --- | --- | --: | --: | --- | --: | --- |
| 🔨 | [Alpha](https://github.com/octo/game/milestone/1) | 1/4 | 4/16–20 h (22%) | 4 unset | 3/9 | 2025-12-01 |
| ⛔ | [Beta](https://github.com/octo/game/milestone/2) | 0/2 | 0/0 h | 1 P1, 1 unset | 0/8 |  |

**Total:** 2 milestones, 6 issues (1 P1, 5 unset), 4/16–20 h (22%) done

_🔨 in progress · ⛔ blocked_"
`);
    expect(show("milestones-table", modelPlan, { totals: "no" })).not.toContain("Total");
  });

  test("has the columns that are asked for, in that order", () => {
    const options = { columns: "due, milestone,points", milestone: "Alpha", totals: "no" };
    expect(show("milestones-table", mixedIn("issues"), options)).toBe(
      [
        "| Due | Milestone | Points |",
        "| --- | --- | --: |",
        "| 2025-12-01 | [Alpha](https://github.com/octo/game/milestone/1) | 3/9 |",
      ].join("\n"),
    );
  });

  test("is short of no milestone without saying so", () => {
    const milestones = Array.from({ length: 203 }, (_, index) => ({
      number: index + 1,
      title: `Stage ${index + 1}`,
    }));
    const text = show("milestones-table", buildPlan({ milestones }));
    expect(text).toContain("_And 3 milestones more._\n\n**Total:** 203 milestones, 0 issues");
  });
});

describe("milestone sections", () => {
  const sections = (text: string) => text.split("\n\n### ");

  test("tell what is known of a complete milestone", () => {
    const plan = boardPlan(phase(12), { "5.2": "Adapters, a factory and a hybrid repository" });
    expect(sections(show("milestone-sections", plan))[1]).toMatchInlineSnapshot(`
"Milestone 5.2: Persistence Abstraction Layer ✅

- **Status:** Complete
- **Progress:** 5/5 tasks (100%)
- **Needs:** 5.1 ✅
- **Started:** 2025-07-26
- **Due:** 2025-07-29
- **Completed:** 2025-07-26, 3 days early
- **Blocking issues:** None
- **Note:** Adapters, a factory and a hybrid repository"
`);
  });

  test("tell what a blocked one waits for", () => {
    expect(sections(show("milestone-sections", boardPlan(phase(6))))[10]).toMatchInlineSnapshot(`
"Milestone 5.11: Resilience and Optimization ⛔

- **Status:** Blocked
- **Progress:** 0/13 tasks (0%)
- **Needs:** 5.1 ✅, 5.2 ✅, 5.3 ✅, 5.4 ✅, 5.5 ✅, 5.6 ✅, 5.7 📋, 5.8 📋, 5.9 📋, 5.10 📋
- **Starts:** 2025-07-26
- **Due:** 2025-08-07 (overdue)
- **Blocking issues:** #7-#10"
`);
  });

  test("speak of a milestone that is late, or closed too early", () => {
    const plan = buildPlan({
      milestones: [
        { number: 1, title: "Late", dueOn: "2025-07-25", isClosed: true, closedOn: "2025-07-26" },
        { number: 2, title: "Shut", isClosed: true, closedOn: "2025-07-27" },
        { number: 3, title: "Empty", isClosed: true, closedOn: "2025-07-28" },
        { number: 4, title: "Overdue", dueOn: "2025-07-25", needsIssues: ["octo/engine#5", 1] },
      ],
      items: [
        { number: 1, milestone: 1, ...done },
        { number: 2, milestone: 2 },
        { number: 3, milestone: 4, isInProgress: true, waitsFor: [2] },
      ],
    });
    expect(show("milestone-sections", plan, { level: "4" })).toMatchInlineSnapshot(`
"#### Late ✅

- **Status:** Complete
- **Progress:** 1/1 issue (100%)
- **Due:** 2025-07-25
- **Completed:** 2025-07-26, 1 day late
- **Blocking issues:** None

#### Overdue 🔨

- **Status:** In progress
- **Progress:** 0/1 issue (0%)
- **Needs:** #1 ✅, \`octo/engine#5\` ❔
- **Due:** 2025-07-25 (overdue)
- **Blocking issues:** #2

#### Shut ⏸️

- **Status:** Closed with 1 issue open
- **Progress:** 0/1 issue (0%)
- **Closed:** 2025-07-27
- **Blocking issues:** None

#### Empty ✅

- **Status:** Closed
- **Closed:** 2025-07-28
- **Blocking issues:** None

_❔ out of sight_"
`);
  });
});

describe("next steps", () => {
  test("say why, and what comes after", () => {
    expect(show("next-steps", modelPlan, { limit: "2" })).toMatchInlineSnapshot(`
"1. #408 SQL API Repository Abstraction Layer (M2 Data Foundations): frees #404-#407 directly, 6 issues in all, and **M3** waits behind it. Unassigned.
    - Then: #404 Player State, #405 Inventory, #406 Description Layers, #407 World Events Timeline
2. #411 Partition Key Strategy Validation & Monitoring (M2 Data Foundations): nothing waits for it. Unassigned.

_11 more can start as well._"
`);
    expect(show("next-steps", roadmapPlan(21))).toMatchInlineSnapshot(
      `"1. #22 DB-022: Create capacity model (CAP-001) (DB-ML5 – DR, performance, capacity): nothing waits for it. Unassigned."`,
    );
  });

  test("name the milestone that opens next", () => {
    expect(show("next-steps", mixedIn("issues"))).toBe(
      "_Nothing more can start now: 1 issue is in progress._",
    );
    expect(show("next-steps", roadmapPlan(0), { limit: "1" })).toMatchInlineSnapshot(`
"1. #1 DB-001: Build entity → store → migration status matrix (DB-ML0 – Inventory and gap map): **DB-ML1**, **DB-ML2**, **DB-ML3**, **DB-ML4** and **DB-ML5** wait behind it. Unassigned.

_2 more can start as well._

**After that:**

- **DB-ML1 – Postgres OLTP schema finalized** (5 issues), once #1-#3 are closed"
`);
  });

  test("say so where nothing can start", () => {
    const items = [{ number: 1, milestone: 1, isOnHold: true }];
    const plan = buildPlan({ milestones: [{ number: 1, title: "Alpha" }], items });
    expect(show("next-steps", plan)).toBe(
      "_Nothing can start: all that is open is blocked, on hold or in a milestone that waits._",
    );
  });
});

describe("changelog", () => {
  test("has the latest first: the whole plan, then its milestones", () => {
    const plan = boardPlan(phase(12), { "5.12": "Finished games move to the archive" });
    expect(show("changelog", plan, { limit: "3" })).toMatchInlineSnapshot(`
"### 2025-07-26 - All 12 milestones complete 🎉

- **Done:** 132 tasks

### 2025-07-26 - Milestone 5.12: Hybrid Persistence Strategy complete

- **Done:** 14 tasks in 1 issue
- **Schedule:** 13 days early
- **Note:** Finished games move to the archive

### 2025-07-26 - Milestone 5.11: Resilience and Optimization complete

- **Done:** 13 tasks in 1 issue
- **Schedule:** 12 days early

_And 10 earlier._"
`);
  });

  test("tells of scope that was moved, by day, with reasons", () => {
    const because = { moveReason: "they need the event store" };
    const earlier = { earlierMilestones: [{ milestone: 2, leftOn: "2025-11-02" as const }] };
    const plan = modelPlanWith({ 313: because, 317: because, 154: earlier });
    expect(show("changelog", plan)).toMatchInlineSnapshot(`
"### 2025-11-08 - 13 issues moved out of M2 Data Foundations

- **To M3 Core Loop (4 issues):**
  - #313 Backend: Queue Message CorrelationId Injection, #317 Frontend: Telemetry Correlation Headers: because they need the event store
  - #258 World Event Type-Specific Payload Handlers, #314 Backend: Error Telemetry Normalization
- **To M5 Quality & Depth (9 issues):** #155 Corruption Simulation Harness, #156 Integrity Anomaly Alerting Logic, #256 Relative Direction Support (N3 semantic navigation), #284 Docs: Update Telemetry Catalog & Navigation Events, #285 Deprecate Telemetry Event Location.Move (Phase 1), #286 Remove Telemetry Event Location.Move (Phase 2 - Post Retention), #318 Domain Telemetry Event Naming Consistency, #347 Account Switching Security (localStorage persistence fix), #393 Humor Telemetry Enumeration & Emission

### 2025-11-02 - 1 issue moved out of M2 Data Foundations

- **To M5 Quality & Depth (1 issue):** #154 Integrity Cache Layer"
`);
    expect(show("changelog", plan, { since: "2025-11-03" })).not.toContain("2025-11-02");
    expect(show("changelog", plan, { since: "2025-11-09" })).toBe("_Nothing to report yet._");
  });

  test("of one milestone says nothing of the others", () => {
    const text = show("changelog", boardPlan(phase(12)), { milestone: "5.1" });
    expect(text.match(/^### .*/gm)).toEqual([
      "### 2025-07-26 - Milestone 5.1: In-Memory Repository Foundation complete",
    ]);
  });
});

describe("label reference", () => {
  test("has priorities in their order", () => {
    expect(show("label-reference", roadmapPlan(8))).toMatchInlineSnapshot(`
"| Dimension | Label | Open | All |
| --- | --- | --: | --: |
| Priority | critical | 0 | 1 |
| Priority | high | 8 | 14 |
| Priority | medium | 6 | 7 |"
`);
    expect(show("label-reference", roadmapPlan(8), { by: "priority", milestone: "DB-ML1" })).toBe(
      "| Priority | Open | All |\n| --- | --: | --: |\n| critical | 0 | 1 |\n| high | 0 | 3 |\n| medium | 0 | 1 |",
    );
  });

  test("counts labels of issues in no milestone too", () => {
    const items = [{ number: 1, dimensions: { cluster: "Stray" } }];
    const plan = buildPlan({ milestones: [{ number: 1, title: "Alpha" }], items });
    expect(show("label-reference", plan)).toContain("| Cluster | Stray | 1 | 1 |");
  });
});

test("however long the plan, a block stays short", () => {
  const milestones = Array.from({ length: 210 }, (_, index) => ({
    number: index + 1,
    title: `Stage ${index + 1}`,
    needsMilestones: Array.from({ length: Math.min(index, 50) }, (_, other) => index - other),
  }));
  const items = Array.from({ length: 4000 }, (_, index) => ({
    number: index + 1,
    milestone: (index % 210) + 1,
    dimensions: { cluster: `Cluster ${index}` },
    ...(index % 3 === 0 ? done : {}),
    ...(index % 5 === 0
      ? { earlierMilestones: [{ milestone: 7, leftOn: "2025-02-02" as const }] }
      : {}),
  }));
  const plan = buildPlan({ milestones, items });
  for (const name of [
    "milestones-table",
    "milestone-sections",
    "next-steps",
    "changelog",
    "label-reference",
  ]) {
    const { text, definitions } = renderBlock(name, plan);
    expect(text.length + definitions.length).toBeLessThan(80_000);
  }
});
