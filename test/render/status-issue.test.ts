import { describe, expect, test } from "#test";
import type { Plan } from "../../src/domain/plan.ts";
import { STAMP } from "../../src/render/stamp.ts";
import { renderStatus, statusTitle } from "../../src/render/status-issue.ts";
import { modelFacts, modelPlan, modelPlanWith } from "./model-plan.ts";
import { buildPlan } from "./plan-builder.ts";
import { asRead } from "./show.ts";

const done = { resolution: "completed" } as const;

/** As read, without the definitions of links. */
const read = (plan: Plan) =>
  asRead(
    renderStatus(plan)
      .replaceAll(STAMP, "2025-11-10")
      .replace(/\n\n\[[^\]]+\]: [\s\S]*$/, ""),
  );

const section = (plan: Plan, start: string) =>
  read(plan)
    .split("\n\n")
    .find((part) => part.startsWith(start)) ?? "";

describe("the status issue of the model plan", () => {
  test("reads as a whole", () => {
    expect(read(modelPlan)).toMatchInlineSnapshot(`
"### M2 Data Foundations: 39 of 50 (78%)
\`███████████████░░░░░\` 11 open: 3 ready · 6 blocked · 2 epics · no due date

> [!IMPORTANT]
> **Next: #408** SQL API Repository Abstraction Layer. Unassigned.
> Frees 4 issues directly, 6 in all, and stands between you and **M3 Core Loop**.

Also ready: #411 Partition Monitoring · #412 Documentation

**Critical path, 4 steps:** #408 → (#404-#407) → #410 → #409

| Blocked | Waits for | Who can free it |
| --- | --- | --- |
| #404 Player State<br>#405 Inventory<br>#406 Description Layers<br>#407 World Events Timeline | #408 | #408 (unassigned) |
| #410 Data Migration Script | #404-#407 | #408 (unassigned) |
| #409 Integration Tests | #410 | #408 (unassigned) |
| **M3 Core Loop**, 0 of 23 | #407, behind #408 | #408 (unassigned) |

**Decide:**

- Epic #69 Description Integrity Monitoring (2 of 2 done) has no open work left: close it.
- Epic #310 Telemetry Consolidation & Event Enrichment has no open work left: close it.
- Left open, these 2 epics stop M2 Data Foundations at 48 of 50.

<details><summary>Groups, risks, scope, milestones</summary>

| Cluster | Done |  | Cluster | Done |
| --- | --: | --- | --- | --: |
| Dual Persistence | 0/7 |  | Dashboards/Alerts | 4/4 ✓ |
| Epic Trackers | 0/2 |  | Integrity Foundation | 2/2 ✓ |
| Infrastructure | 1/3 |  | Telemetry Foundation | 9/9 ✓ |
| AI Cost | 12/12 ✓ |  | Unclustered | 11/11 ✓ |

- **Blocks a milestone:** M3 Core Loop cannot start before #407 (World Events Timeline) is closed.
- **No progress:** none of the 7 issues of Dual Persistence is closed.
- **One focus:** 7 of the 9 open issues, epics aside, are Dual Persistence.
- **In sequence:** #404-#407 cannot start before #408 (SQL API) is closed.
- **Long chain:** 7 issues must be done in 4 steps, 1 + 4 + 1 + 1.

Moved out, without a reason for any move:

- **To M3 Core Loop (4 issues):** #258 World Event Type-Specific Payload Handlers, #313 Backend: Queue Message CorrelationId Injection, #314 Backend: Error Telemetry Normalization, #317 Frontend: Telemetry Correlation Headers
- **To M5 Quality & Depth (10 issues):** #154 Integrity Cache Layer, #155 Corruption Simulation Harness, #156 Integrity Anomaly Alerting Logic, #256 Relative Direction Support (N3 semantic navigation), #284 Docs: Update Telemetry Catalog & Navigation Events, #285 Deprecate Telemetry Event Location.Move (Phase 1), #286 Remove Telemetry Event Location.Move (Phase 2 - Post Retention), #318 Domain Telemetry Event Naming Consistency, #347 Account Switching Security (localStorage persistence fix), #393 Humor Telemetry Enumeration & Emission

| Milestone | Done | State |
| --- | --: | --- |
| M2 Data Foundations | 39/50 (78%) | open |
| M3 Core Loop | 0/23 (0%) | waits for #407 |
| M4 | 0/0 | empty |
| M5 Quality & Depth | 0/10 (0%) | open |

</details>

- [ ] Refresh now <!-- milepost-box /sync -->

<sub>Kept by Milepost; not a task. Write above or below, it stays. Comment \`/next\`, \`/why on #404\`, \`/help\`. Last change 2025-11-10.</sub>"
`);
  });

  test("has a constant title", () => {
    expect(statusTitle).toBe("Project status");
  });

  test("links by relative addresses only and defines all it uses", () => {
    const text = renderStatus(modelPlan);
    expect(text).not.toContain("https://");
    const used = new Set([...text.matchAll(/\[(#[\d-]+)\](?!:)/g)].map((match) => match[1]));
    const defined = new Set([...text.matchAll(/^\[(.+?)\]: \.\.\/issues\//gm)].map((m) => m[1]));
    expect(defined).toEqual(used);
  });

  test("shows every milestone's count, complete ones too", () => {
    const all = modelFacts.items.filter((one) => one.milestone === 2).map((one) => one.number);
    const plan = modelPlanWith(Object.fromEntries(all.map((one) => [one, done])));
    const text = read(plan);
    expect(text).toContain("| M2 Data Foundations | 53/53 (100%) | complete |");
    expect(text).toContain("| M4 | 0/0 | empty |");
    expect(text).toContain("| M5 Quality & Depth | 0/10 (0%) | open |");
    expect(text.split("\n")[0]).toBe(
      "✅ **M2 Data Foundations is complete: 53/53 (100%).** [Close it](../milestone/2) on its page. M3 Core Loop can start.",
    );
    expect(text).toContain("### M3 Core Loop: 0 of 23 (0%)");
  });
});

describe("an epic without open work in its milestone", () => {
  test("says where the rest of it went, and what to do", () => {
    const plan = buildPlan({
      milestones: [
        { number: 2, title: "M2" },
        { number: 5, title: "M5" },
      ],
      items: [
        { number: 69, milestone: 2, isTracker: true },
        { number: 1, milestone: 2, parent: 69, resolution: "completed" },
        { number: 2, milestone: 5, parent: 69 },
        { number: 3, milestone: 5, parent: 2 },
        { number: 4, milestone: null, parent: 69 },
      ],
    });
    expect(read(plan)).toContain(
      "- Epic #69 Issue 69 (1 of 4 done) has no open work left in M2: 2 sub-issues are in M5 and 1 sub-issue is in no milestone. Move it to one of them or close it.\n- Left open, that epic stops M2 at 1 of 2.",
    );
  });
});

describe("as work goes on", () => {
  test("the next issue follows the plan, with whose it is", () => {
    const plan = modelPlanWith({
      404: done,
      405: done,
      406: done,
      408: done,
      407: { assignees: ["ada", "bob"] },
    });
    expect(read(plan)).toContain(
      "> **Next: #407** World Events Timeline. Ada, bob.\n> Frees 1 issue directly, 2 in all, and stands between you and **M3 Core Loop**.",
    );
  });

  test("what is in progress or on hold is listed with whose it is", () => {
    const plan = modelPlanWith({
      411: { isInProgress: true, assignees: ["ada"] },
      412: { isOnHold: true },
    });
    expect(section(plan, "In progress")).toBe("In progress: #411 Partition Monitoring (ada)");
    expect(section(plan, "On hold")).toBe("On hold: #412 Documentation (unassigned)");
    expect(read(plan)).toContain(
      "11 open: 1 in progress · 1 ready · 6 blocked · 1 on hold · 2 epics",
    );
  });

  test("where nothing is ready it says why", () => {
    const hold = { isOnHold: true };
    const plan = modelPlanWith({ 408: hold, 411: hold, 412: hold });
    expect(read(plan)).toContain("**Nothing is ready:** all open work waits for something else.");
    expect(read(plan)).toContain("| #408 (unassigned, on hold) |");
  });

  test("other milestones on which work has begun are named with their next issue", () => {
    const plan = modelPlanWith({ 154: { isInProgress: true } });
    expect(section(plan, "**Also under way")).toBe(
      "**Also under way:** M5 Quality & Depth 0/10 (0%), next #155",
    );
  });

  test("overdue milestones and findings ask for a decision", () => {
    const plan = buildPlan({
      milestones: [{ number: 1, title: "Alpha", dueOn: "2025-11-01" }],
      items: [
        { number: 1, milestone: 1, waitsFor: [2] },
        { number: 2, milestone: 1, waitsFor: [1] },
      ],
    });
    const text = read(plan);
    expect(text).toContain("- #1 and #2 wait for each other");
    expect(text).toContain(
      "- **Alpha** is overdue: it was due on 2025-11-01, and 2 issues are open.",
    );
    expect(text).toContain("2 open: 2 blocked · due 2025-11-01");
  });

  test("leaves out what is empty", () => {
    const plan = buildPlan({
      milestones: [{ number: 1, title: "Alpha", note: "only <b>this</b>" }],
      items: [{ number: 1, milestone: 1 }],
    });
    expect(read(plan)).toMatchInlineSnapshot(`
"### Alpha: 0 of 1 (0%)
\`░░░░░░░░░░░░░░░░░░░░\` 1 open: 1 ready · no due date

only &lt;b>this&lt;/b>

Ready: #1 Issue 1

<details><summary>Milestones</summary>

| Milestone | Done | State |
| --- | --: | --- |
| Alpha | 0/1 (0%) | open |

</details>

- [ ] Refresh now <!-- milepost-box /sync -->

<sub>Kept by Milepost; not a task. Write above or below, it stays. Comment \`/next\`, \`/help\`. Last change 2025-11-10.</sub>"
`);
  });
});

describe("a repository without a plan", () => {
  test("without issue and milestone is told how to begin", () => {
    expect(read(buildPlan({}))).toMatchInlineSnapshot(`
"### Nothing is planned yet

To begin: create a [milestone](../milestones), put issues into it, and say in an issue's sidebar (Relationships) or text (\`Blocked by\` and its number) what it waits for. This page then says what to do next.

- [ ] Refresh now <!-- milepost-box /sync -->

<sub>Kept by Milepost; not a task. Write above or below, it stays. Comment \`/next\`, \`/help\`. Last change 2025-11-10.</sub>"
`);
  });

  test("without milestone shows the count of issues", () => {
    const text = read(buildPlan({ items: [{ number: 1 }, { number: 2, ...done }] }));
    expect(text).toContain("### No milestone yet: 1 of 2 (50%)");
    expect(text).toContain("create a [milestone](../milestones)");
  });

  test("with empty milestones is told to fill one", () => {
    const plan = buildPlan({ milestones: [{ number: 1, title: "Alpha" }], items: [{ number: 5 }] });
    expect(read(plan)).toContain("### No issue is in a milestone yet");
    expect(read(plan)).toContain("| Alpha | 0/0 | empty |");
  });

  test("with all complete says so", () => {
    const plan = buildPlan({
      milestones: [{ number: 1, title: "Alpha", isClosed: true }],
      items: [{ number: 1, milestone: 1, ...done }, { number: 2 }],
    });
    const text = read(plan);
    expect(text).toContain("### All complete: 1 of 1 (100%)");
    expect(text).toContain("1 open issue in no milestone can go into the next one.");
    expect(text).toContain("| Alpha | 1/1 (100%) | closed, complete |");
    expect(text).not.toContain("**Decide:**");
  });
});

describe("a large plan", () => {
  const long = (word: string) => `${word} `.repeat(60);
  const blocked = Array.from({ length: 10_000 }, (_, index) => ({
    number: index + 10,
    milestone: 1,
    title: long("_long_ [title]"),
    waitsFor: [(index % 7) + 1, ...(index > 100 ? [index] : [])],
    dimensions: { cluster: `Group ${index % 300}` },
    assignees: ["ada"],
  }));
  const starts = Array.from({ length: 9 }, (_, index) => ({
    number: index + 1,
    milestone: 1,
    title: `Start ${index + 1}`,
  }));
  const milestones = Array.from({ length: 400 }, (_, index) => ({
    number: index + 1,
    title: `Milestone ${long("wide")} ${index + 1}`,
    needsIssues: index > 0 ? [10] : [],
  }));
  const findings = Array.from({ length: 3000 }, (_, index) => ({
    rule: "x",
    severity: "warning" as const,
    issues: [index + 1],
    milestone: null,
    message: `#${index + 1} is wrong. ${long("Why")}`,
  }));
  const plan = buildPlan({ items: [...starts, ...blocked], milestones, findings });

  test("fits and still says what matters", () => {
    const text = renderStatus(plan, 40_000);
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(text.length).toBeGreaterThan(5_000);
    expect(text).toContain("0 of 10009 (0%)");
    expect(text).toContain("**Next: [#1]** Start 1.");
    expect(text).toMatch(/Not shown: [\d]+ more blocked issues/);
    expect(text).toContain("](../milestone/1)).");
    expect(text).toContain("](../milestones).");
    expect(text.endsWith("\n\n") || /\[#[\d-]+\]: \.\.\/issues\/\d+$/.test(text)).toBe(true);
  });

  test("shows less where there is less room, down to one of each", () => {
    const sizes = [40_000, 20_000, 8_000].map((budget) => renderStatus(plan, budget).length);
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0);
    expect(sizes[1]).toBeGreaterThan(sizes[2] ?? 0);
    expect(sizes[2]).toBeLessThanOrEqual(8_000);
  });
});
