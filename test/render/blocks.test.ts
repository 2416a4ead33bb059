import { describe, expect, test } from "#test";
import { findTextRegions } from "../../src/markdown/text-regions.ts";
import { blocks, findBlock } from "../../src/render/registry.ts";
import { modelFacts, modelPlan, modelPlanWith } from "./model-plan.ts";
import { buildPlan } from "./plan-builder.ts";
import { asRead, renderBlock, show } from "./show.ts";

const m2 = { milestone: "M2" };

describe.each(blocks.map((block) => [block.name, block] as const))("block %s", (name, block) => {
  test("says what it is and what its options mean", () => {
    expect(block.summary).toMatch(/^[A-Z].+\.$/);
    for (const option of block.options) {
      expect(option.meaning).toMatch(/^[A-Z].+\.$/);
      expect(option.default).not.toBe("");
      expect(option.values.length).toBeGreaterThan(0);
    }
    expect(findBlock(name)).toBe(block);
  });

  test("its example is a marker of it that renders", () => {
    const text = `${block.example}${block.kind === "block" ? "\n" : ""}<!-- milepost:end -->`;
    const source = block.kind === "block" ? text : `At ${text} now.`;
    const { regions, problems } = findTextRegions(source);
    expect(problems).toEqual([]);
    expect(regions.map((region) => [region.name, region.kind])).toEqual([[name, block.kind]]);
    const options = Object.fromEntries(regions[0]?.options ?? []);
    expect(renderBlock(name, modelPlan, options).text).not.toBe("");
  });

  test("has something to say about every milestone, an empty one and none at all", () => {
    for (const one of ["2", "3", "4", "5"]) {
      expect(show(name, modelPlan, { milestone: one }).trim()).not.toBe("");
    }
    expect(show(name, modelPlan).trim()).not.toBe("");
    expect(show(name, buildPlan({})).trim()).not.toBe("");
  });

  test("defines each link it uses and no other", () => {
    for (const options of [m2, {}]) {
      const { text, definitions } = renderBlock(name, modelPlan, options);
      const used = new Set([...text.matchAll(/\[(#[\d-]+)\]/g)].map((match) => match[1]));
      const defined = [...definitions.matchAll(/^\[(.+?)\]: /gm)].map((match) => match[1]);
      expect(new Set(defined)).toEqual(used);
      expect(defined.length).toBe(used.size);
    }
  });
});

describe("the model plan", () => {
  test("status line", () => {
    expect(show("status-line", modelPlan, m2)).toMatchInlineSnapshot(
      `"> **Status:** 39/50 (78%) · 3 ready · 6 blocked · 2 epics · AI Cost ✅, Dashboards/Alerts ✅, Integrity Foundation ✅, Telemetry Foundation ✅, Dual Persistence 0/7, Epic Trackers 0/2, Infrastructure 🔨 1/3 · Critical path: #408 → (#404-#407) → #410 → #409 · Updated 2025-11-10"`,
    );
  });

  test("totals", () => {
    expect(show("totals", modelPlan, m2)).toMatchInlineSnapshot(`
"- **Total:** 50 issues
- **Closed:** 39 ✅
- **Open:** 11 (3 ready, 6 blocked, 2 epics)
- **Done:** 39/50 (78%)
- **Duplicates, not counted:** 3 (#395-#397)

GitHub's milestone page says 42/53: it also counts 3 duplicates."
`);
  });

  test("breakdown", () => {
    expect(show("breakdown", modelPlan, m2)).toMatchInlineSnapshot(`
"- 📋 **Dual Persistence:** 0/7 · remaining: #404-#410 ← **CRITICAL PATH**
- 📋 **Epic Trackers:** 0/2 · remaining: #69, #310
- 🔨 **Infrastructure:** 1/3 · remaining: #411, #412
- ✅ **AI Cost:** 12/12
- ✅ **Dashboards/Alerts:** 4/4
- ✅ **Integrity Foundation:** 2/2
- ✅ **Telemetry Foundation:** 9/9
- ✅ **Unclustered:** 11/11
- **Sum:** 39/50 (78%)

_✅ complete · 🔨 in progress · 📋 not started_"
`);
  });

  test("chain, with and without names", () => {
    expect(show("chain", modelPlan, m2)).toBe("#408 → (#404-#407) → #410 → #409");
    expect(show("chain", modelPlan, { ...m2, names: "yes" })).toMatchInlineSnapshot(
      `"#408 SQL API → (#404 Player State, #405 Inventory, #406 Description Layers, #407 World Events Timeline) → #410 Data Migration Script → #409 Integration Tests"`,
    );
  });

  test("sequence", () => {
    expect(show("sequence", modelPlan, m2)).toMatchInlineSnapshot(`
"**Step 1 (1 issue)**

1. 📋 #408 SQL API Repository Abstraction Layer ← **START HERE**

**Step 2: after #408 (4 issues, in parallel)**

2. ⛔ #404 Player State Migration
3. ⛔ #405 Inventory Persistence
4. ⛔ #406 Description Layers Storage
5. ⛔ #407 World Events Timeline ← **BLOCKS M3 Core Loop**

**Step 3: after #404-#407 (1 issue)**

6. ⛔ #410 Data Migration Script

**Step 4: after #410 (1 issue)**

7. ⛔ #409 Dual Persistence Integration Tests

**At any time (2 issues)**

- 📋 #411 Partition Key Strategy Validation & Monitoring
- 📋 #412 Dual Persistence Documentation Update

**Epics (2 issues)**

- #69 Description Integrity Monitoring · 2/2 · no open work left here
- #310 Telemetry Consolidation & Event Enrichment · no open work left here

_📋 ready · ⛔ blocked_"
`);
  });

  test("ready", () => {
    expect(show("ready", modelPlan, m2)).toMatchInlineSnapshot(`
"- #408 SQL API Repository Abstraction Layer: frees #404-#407 directly, 6 issues in all, and **M3 Core Loop** waits behind it. Unassigned. ← **START HERE**
- #411 Partition Key Strategy Validation & Monitoring: nothing waits for it. Unassigned.
- #412 Dual Persistence Documentation Update: nothing waits for it. Unassigned."
`);
  });

  test("blocked", () => {
    expect(show("blocked", modelPlan, m2)).toMatchInlineSnapshot(`
"| Blocked | Waits for | Who can free it |
| --- | --- | --- |
| #404 Player State<br>#405 Inventory<br>#406 Description Layers<br>#407 World Events Timeline | #408 | #408 (unassigned) |
| #410 Data Migration Script | #404-#407 | #408 (unassigned) |
| #409 Integration Tests | #410 | #408 (unassigned) |
| **M3 Core Loop**, 0 of 23 | #407, behind #408 | #408 (unassigned) |"
`);
  });

  test("remaining", () => {
    expect(show("remaining", modelPlan, m2)).toMatchInlineSnapshot(`
"**Remaining:** 11 issues: 7 Dual Persistence + 2 Infrastructure + 2 epics

- **Dual Persistence** (7 issues): #404-#410
- **Infrastructure** (2 issues): #411, #412
- **Epics** (2 issues, umbrella only): #69, #310

**All:** #69, #310, #404-#412"
`);
  });

  test("remaining in one line", () => {
    expect(show("remaining", modelPlan, { ...m2, groups: "no" })).toBe(
      "**Remaining (11 issues: 7 Dual Persistence + 2 Infrastructure + 2 epics):** #69, #310, #404-#412",
    );
  });

  test("complete reads exactly as the set of completed issues", () => {
    expect(show("complete", modelPlan, m2)).toBe(
      "**Complete (39/50):** #10, #11, #33, #41, #50, #71, #79, #108, #111, #152, #153, #228-#233, #257, #290, #296-#309, #311, #312, #315, #316, #353, #403",
    );
  });

  test("moved", () => {
    expect(show("moved", modelPlan, m2)).toMatchInlineSnapshot(`
"- **To M3 Core Loop (4 issues):** #258 World Event Type-Specific Payload Handlers, #313 Backend: Queue Message CorrelationId Injection, #314 Backend: Error Telemetry Normalization, #317 Frontend: Telemetry Correlation Headers
- **To M5 Quality & Depth (10 issues):** #154 Integrity Cache Layer, #155 Corruption Simulation Harness, #156 Integrity Anomaly Alerting Logic, #256 Relative Direction Support (N3 semantic navigation), #284 Docs: Update Telemetry Catalog & Navigation Events, #285 Deprecate Telemetry Event Location.Move (Phase 1), #286 Remove Telemetry Event Location.Move (Phase 2 - Post Retention), #318 Domain Telemetry Event Naming Consistency, #347 Account Switching Security (localStorage persistence fix), #393 Humor Telemetry Enumeration & Emission"
`);
  });

  test("duplicates pair up in order", () => {
    expect(show("duplicates", modelPlan, m2)).toBe(
      "**Duplicates closed (3):** #395-#397 (duplicates of #154-#156 in M5 Quality & Depth)",
    );
  });

  test("risk flags", () => {
    expect(show("risk-flags", modelPlan, m2)).toMatchInlineSnapshot(`
"- **Blocks a milestone:** M3 Core Loop cannot start before #407 (World Events Timeline) is closed.
- **No progress:** none of the 7 issues of Dual Persistence is closed.
- **One focus:** 7 of the 9 open issues, epics aside, are Dual Persistence.
- **In sequence:** #404-#407 cannot start before #408 (SQL API) is closed.
- **Long chain:** 7 issues must be done in 4 steps, 1 + 4 + 1 + 1."
`);
  });

  test("count shows what is asked for", () => {
    const shown = (figure: string) => show("count", modelPlan, { ...m2, show: figure });
    expect(show("count", modelPlan, m2)).toBe("39/50 (78%)");
    expect(["all", "done", "total", "open", "percent"].map(shown)).toEqual([
      "39/50 (78%)",
      "39",
      "50",
      "11",
      "78%",
    ]);
    expect(show("count", modelPlan, { milestone: "M4" })).toBe("0/0");
    expect(show("count", modelPlan)).toBe("39/83 (47%)");
  });
});

describe("as work goes on", () => {
  const done = { resolution: "completed" } as const;

  test("closing the start frees its four and moves the start", () => {
    const plan = modelPlanWith({ 408: done });
    expect(show("count", plan, m2)).toBe("40/50 (80%)");
    expect(show("ready", plan, m2)).toContain("#407 World Events Timeline: 2 issues wait for it");
    expect(show("chain", plan, m2)).toBe("(#404-#407) → #410 → #409");
  });

  test("a group is marked as begun, then complete", () => {
    expect(show("breakdown", modelPlanWith({ 408: { isInProgress: true } }), m2)).toContain(
      "🔨 **Dual Persistence:** 0/7",
    );
    const all = Object.fromEntries([404, 405, 406, 407, 408, 409, 410].map((one) => [one, done]));
    expect(show("breakdown", modelPlanWith(all), m2)).toContain("✅ **Dual Persistence:** 7/7");
  });

  test("reasons of a move are grouped, and what has none comes last", () => {
    const because = { moveReason: "they need the event store" };
    const plan = modelPlanWith({ 313: because, 317: because });
    expect(show("moved", plan, m2).split("\n").slice(0, 3)).toEqual([
      "- **To M3 Core Loop (4 issues):**",
      "  - #313 Backend: Queue Message CorrelationId Injection, #317 Frontend: Telemetry Correlation Headers: because they need the event store",
      "  - #258 World Event Type-Specific Payload Handlers, #314 Backend: Error Telemetry Normalization",
    ]);
  });

  test("issues that share a step but not their blockers each say what they wait for", () => {
    const plan = buildPlan({
      milestones: [{ number: 1, title: "Alpha" }],
      items: [
        { number: 1, milestone: 1 },
        { number: 2, milestone: 1 },
        { number: 3, milestone: 1, waitsFor: [1] },
        { number: 4, milestone: 1, waitsFor: [1, 2], isInProgress: true },
      ],
    });
    expect(show("sequence", plan)).toContain(
      "**Step 2: after step 1 (2 issues, in parallel)**\n\n3. ⛔ Issue".replace(
        "3. ⛔ Issue",
        "3. ⛔ #3 Issue 3 (after #1)\n4. ⛔ #4 Issue 4 (after #1, #2; already begun)",
      ),
    );
    expect(show("totals", plan)).toContain("2 blocked (1 already begun)");
  });

  test("blockers from elsewhere are marked, and a private one has no title", () => {
    const reference = "octo/secret#7" as const;
    const plan = buildPlan({
      milestones: [
        { number: 1, title: "Alpha" },
        { number: 2, title: "Beta" },
      ],
      items: [
        { number: 1, milestone: 1, title: "Base" },
        { number: 2, milestone: 2, title: "Top", waitsFor: [1, reference] },
        { number: 3, title: "Stray" },
        { number: 4, milestone: 2, title: "Roof", waitsFor: [2, 3] },
      ],
      foreign: new Map([[reference, { reference, title: null, url: null, state: "unknown" }]]),
    });
    expect(show("chain", plan, { milestone: "Beta" })).toBe(
      "(#1 (in Alpha), `octo/secret#7` (elsewhere)) → #2 → #4",
    );
    expect(show("chain", plan, { milestone: "Beta", names: "yes" })).toContain(
      "→ #2 Top → #4 Roof",
    );
    expect(show("blocked", plan, { milestone: "Beta" })).toContain("another repository");
  });

  test("a cycle is named, and nobody can free it", () => {
    const plan = buildPlan({
      milestones: [{ number: 1, title: "Alpha" }],
      items: [
        { number: 1, milestone: 1, waitsFor: [2] },
        { number: 2, milestone: 1, waitsFor: [1] },
        { number: 3, milestone: 1, waitsFor: [2] },
      ],
    });
    expect(show("blocked", plan)).toContain("| #1 Issue 1<br>#3 Issue 3 | #2 | nobody: a cycle |");
    expect(show("sequence", plan)).toContain("(after #2; in a cycle)");
    expect(show("ready", plan)).toBe("_Nothing is ready._");
  });
});

describe("units", () => {
  const facts = {
    milestones: [{ number: 1, title: "Alpha" }],
    items: [
      { number: 1, milestone: 1, resolution: "completed", hours: { low: 4, high: 4 }, points: 3 },
      { number: 2, milestone: 1, hours: { low: 12, high: 16 }, tasks: { done: 2, total: 5 } },
      { number: 3, milestone: 1, waitsFor: [2] },
    ],
  } as const;
  const planIn = (unit: "tasks" | "points" | "hours") => buildPlan({ ...facts, rules: { unit } });

  test("are named where they are not issues", () => {
    expect(show("count", planIn("tasks"))).toBe("3/7 tasks (43%)");
    expect(show("count", planIn("points"))).toBe("3/3 points (99%)");
    expect(show("count", planIn("hours"))).toBe("4/16–20 h (22%)");
    expect(show("remaining", planIn("hours"))).toContain("**Remaining:** 2 issues (12–16 h)");
    expect(show("totals", planIn("hours"))).toContain("- **Total:** 16–20 h in 3 issues");
  });

  test("what lacks an estimate is listed and marked on the path", () => {
    expect(show("totals", planIn("hours"))).toContain("- **Unestimated:** 1 (#3)");
    expect(show("chain", planIn("hours"))).toBe(
      "#2 → #3\n\n_Without an estimate, and taken as average: #3._",
    );
  });
});

describe("several milestones", () => {
  test("stand under their titles, those with nothing to say are left out", () => {
    expect(show("chain", modelPlan)).toBe(
      "**M2 Data Foundations**\n\n#408 → (#404-#407) → #410 → #409",
    );
    expect(show("duplicates", buildPlan({ ...modelFacts, items: [] }))).toBe(
      "_Nothing was closed as a duplicate._",
    );
  });

  test("share one status line quote, dated once", () => {
    const text = show("status-line", modelPlan);
    expect(text.match(/Updated/g)).toHaveLength(1);
    expect(text).toContain("> **M4:** 0/0\n");
  });

  test("many groups become a number", () => {
    const items = Array.from({ length: 30 }, (_, index) => ({
      number: index + 1,
      milestone: 1,
      resolution: index < 20 ? ("completed" as const) : null,
      dimensions: { cluster: `Group ${String(index + 1).padStart(2, "0")}` },
    }));
    const plan = buildPlan({ milestones: [{ number: 1, title: "Alpha" }], items });
    const text = asRead(show("status-line", plan));
    expect(text).toContain("20 of 30 groups ✅, Group 21 0/1");
    expect(text).toContain("2 more groups open");
  });
});
