import { describe, expect, test } from "#test";
import type { Plan } from "../../../src/domain/plan.ts";
import { modelFacts, modelPlan, modelPlanWith } from "../model-plan.ts";
import { buildPlan } from "../plan-builder.ts";
import { show } from "../show.ts";
import { densePlan, everyLookPlan, longPlan } from "./drawn-plans.ts";
import { diagramsIn } from "./mermaid-page.ts";

const ways: readonly Record<string, string>[] = [{}, { by: "cluster" }];
const m2 = { milestone: "M2" };
const graphOf = (plan: Plan, options = {}) => show("graph", plan, { milestone: "1", ...options });

/** How many issues the nodes of a diagram speak for: "#12" for one, "12 more" for twelve. */
function issuesIn(diagram: string): number {
  const labels = [...diagram.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
  return labels.reduce((sum, label) => {
    const size = /^(?:\S+ )?(\d+) (?:more|done|epics?)/.exec(label)?.[1];
    return sum + (size ? Number(size) : /^\S+ #\d+/.test(label) ? 1 : 0);
  }, 0);
}

const edgesOf = (diagram: string) => diagram.match(/^ {2}\w+ (?:==|--|-\.-)> \w+$/gm) ?? [];

describe("the graph of the model plan", () => {
  test("shows the chain, what stands beside it, what is done as a number, and who waits", () => {
    expect(show("graph", modelPlan, m2)).toMatchInlineSnapshot(`
"\`\`\`mermaid
flowchart LR
  accTitle: What waits for what
  i408("📋 #408<br/>SQL API")
  i404[["⛔ #404<br/>Player State"]]
  i405[["⛔ #405<br/>Inventory"]]
  i406[["⛔ #406<br/>Description Layers"]]
  i407[["⛔ #407<br/>World Events Timeline"]]
  i410[["⛔ #410<br/>Data Migration Script"]]
  i409[["⛔ #409<br/>Integration Tests"]]
  i411("📋 #411<br/>Partition Monitoring")
  i412("📋 #412<br/>Documentation")
  epics["☂️ 2 epics"]
  done(["✅ 39 done"])
  m3>"M3 Core Loop"]
  i408 ==> i404
  i408 ==> i405
  i408 ==> i406
  i408 ==> i407
  i410 ==> i409
  i404 ==> i410
  i405 ==> i410
  i406 ==> i410
  i407 ==> i410
  i407 --> m3
  classDef blocked fill:#e5534b26,stroke:#e5534b,stroke-width:1.5px
  class i404,i405,i406,i407,i410,i409 blocked
  classDef completed fill:#2da44e26,stroke:#2da44e,stroke-width:1.5px
  class done completed
  classDef milestone fill:#7d859026,stroke:#7d8590,stroke-width:1.5px
  class m3 milestone
  classDef ready fill:#218bff26,stroke:#218bff,stroke-width:1.5px
  class i408,i411,i412 ready
  classDef tracker fill:#7d859026,stroke:#7d8590,stroke-width:1.5px
  class epics tracker
  classDef critical stroke-width:3px
  class i408,i404,i405,i406,i407,i410,i409 critical
\`\`\`

_✅ done · 📋 ready · ⛔ blocked · ☂️ epic · thick arrows: critical path_"
`);
  });

  test("puts groups into frames, and what has no frame into one node", () => {
    const text = show("graph", modelPlan, { ...m2, by: "cluster" });
    const [before = "", frames = ""] = text.split(/(?=^ {2}subgraph)/m);
    expect(before).toContain('done(["✅ 38 done<br/>in 5 groups"])');
    expect(before).toContain('epics["☂️ 2 epics<br/>Epic Trackers"]');
    expect(frames).toContain('subgraph g0["Dual Persistence"]\n    i408("📋 #408<br/>SQL API")');
    expect(text).toContain('subgraph g1["Infrastructure"]');
    expect(text).toContain('    doneg1(["✅ 1 done"])\n  end');
    expect(text).not.toContain("subgraph g2");
  });

  test("keeps what is done in the chain, with dotted arrows to what it freed", () => {
    const plan = modelPlanWith({ 408: { resolution: "completed" }, 404: { isInProgress: true } });
    const text = show("graph", plan, m2);
    expect(text).toContain('i408(["✅ #408<br/>SQL API"])');
    expect(text).toContain("i408 -.-> i404");
    expect(text).toContain('i404{{"🔨 #404<br/>Player State"}}');
    expect(text).toContain("i404 ==> i410");
  });

  test("still shows the way it went when all is done, without a critical path", () => {
    const done = modelFacts.items.map((one) => [one.number, { resolution: "completed" }] as const);
    const text = show("graph", modelPlanWith(Object.fromEntries(done)), m2);
    expect(edgesOf(text)).toHaveLength(9);
    expect(text).not.toContain("==>");
    expect(text).toMatch(/\n_✅ done_$/);
  });

  test("speaks for every issue that counts, whatever the limit", () => {
    for (const limit of ["1", "2", "7", "30", "9999"]) {
      for (const by of ways) {
        expect(issuesIn(show("graph", modelPlan, { ...m2, limit, ...by }))).toBe(50);
      }
    }
  });

  test("is not drawn where nothing waits for anything", () => {
    const text = "_No issue waits for another, so there is no graph._";
    expect(show("graph", modelPlan, { milestone: "M4" })).toBe(text);
    expect(show("graph", modelPlan)).toMatch(/^\*\*M2 Data Foundations\*\*\n\n```mermaid\n/);
  });
});

describe("the graph of other plans", () => {
  test("gives each state a shape and a colour of its own", () => {
    const text = graphOf(everyLookPlan);
    for (const node of [
      'i1(["✅ #1<br/>Issue 1"])',
      'i2{{"🔨 #2<br/>Issue 2"}}',
      'i3("📋 #3<br/>Issue 3")',
      'i4[["⛔ #4<br/>Issue 4"]]',
      'i5[/"⏸️ #5<br/>Issue 5"/]',
      'epics["☂️ 1 epic"]',
      'done(["✅ 1 done"])',
      'm2>"Beta"]',
    ]) {
      expect(text).toContain(`  ${node}\n`);
    }
    const colors = [...text.matchAll(/classDef (?!group|critical)\S+ fill:(#\w{6})/g)];
    expect(new Set(colors.map((match) => match[1])).size).toBe(6);
  });

  test("says where a blocker from elsewhere is, and nothing else of a private one", () => {
    const text = graphOf(everyLookPlan);
    expect(text).toContain('"📋 #20<br/>Of Beta<br/>(in Beta)"');
    expect(text).toContain('"📋 #21<br/>Stray<br/>(in no milestone)"');
    expect(text).toContain('("octo/engine#5<br/>Engine<br/>(elsewhere)")');
    expect(text).toContain('("octo/secret#8203;#95;#8203;engine#7<br/>(elsewhere)")');
  });

  test("draws a cycle", () => {
    expect(graphOf(everyLookPlan)).toContain("  i9 --> i8\n");
    expect(graphOf(everyLookPlan)).toContain("  i8 --> i9\n");
  });

  test("folds by step, and later steps into one", () => {
    const text = graphOf(longPlan);
    expect(text).toContain("flowchart TB");
    expect(text).toContain('"⛔ #30<br/>Issue 30"');
    expect(text).toContain('["570 more in later steps"]');
    const few = graphOf(longPlan, { limit: "2" });
    expect(few).toContain('opens3["1 more in step 3"]');
    expect(few).toContain("i2 ==> opens3");
    expect(issuesIn(few)).toBe(600);
  });

  test("stays below what GitHub draws, however many nodes are wanted", () => {
    for (const [plan, size] of [
      [densePlan, 60],
      [longPlan, 600],
    ] as const) {
      for (const by of ways) {
        const text = graphOf(plan, { limit: "9999", ...by });
        expect(edgesOf(text).length).toBeLessThanOrEqual(400);
        expect(text.length).toBeLessThan(50_000);
        expect(issuesIn(text)).toBe(size);
      }
    }
  });

  test("does not draw more than eight milestones", () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
    const plan = buildPlan({
      milestones: numbers.map((number) => ({ number, title: `M${number}` })),
      items: numbers.flatMap((number) => [
        { number, milestone: number },
        { number: number + 100, milestone: number, waitsFor: [number] },
      ]),
    });
    const text = show("graph", plan);
    expect(diagramsIn(text)).toHaveLength(8);
    expect(text).toMatch(/\n_And 12 milestones more\._$/);
  });
});
