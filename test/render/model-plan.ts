/** The model plan of a game's second milestone: 39 of 50 done, one chain of seven issues left. */
import type { Plan } from "../../src/domain/plan.ts";
import { buildPlan, type ItemFacts, type PlanFacts } from "./plan-builder.ts";

const done = (
  cluster: string | null,
  numbers: readonly number[],
  facts: Partial<ItemFacts> = {},
): readonly ItemFacts[] =>
  numbers.map((number) => ({
    number,
    milestone: 2,
    resolution: "completed",
    dimensions: cluster === null ? {} : { cluster },
    ...facts,
  }));

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const open = (
  number: number,
  title: string,
  alias: string | null,
  waitsFor: readonly number[],
  cluster: string,
): ItemFacts => ({ number, title, alias, waitsFor, milestone: 2, dimensions: { cluster } });

const moved = (to: number, titles: Readonly<Record<number, string>>): readonly ItemFacts[] =>
  Object.entries(titles).map(([number, title]) => ({
    number: Number(number),
    title,
    milestone: to,
    earlierMilestones: [{ milestone: 2, leftOn: "2025-11-08" }],
  }));

const epic = (number: number, title: string): ItemFacts => ({
  number,
  title,
  milestone: 2,
  isTracker: true,
  dimensions: { cluster: "Epic Trackers" },
});

export const modelFacts = {
  items: [
    ...done("Telemetry Foundation", [10, 11, 41, 79, 311, 312, 315, 316, 353]),
    ...done("AI Cost", [50], { isTracker: true }),
    ...done("AI Cost", range(299, 309)),
    ...done("Dashboards/Alerts", [290, 296, 297, 298]),
    ...done("Integrity Foundation", [152, 153], { parent: 69 }),
    ...done("Infrastructure", [403]),
    ...done(null, [33, 71, 108, 111, ...range(228, 233), 257]),
    epic(69, "Description Integrity Monitoring"),
    epic(310, "Telemetry Consolidation & Event Enrichment"),
    open(404, "Player State Migration", "Player State", [408], "Dual Persistence"),
    open(405, "Inventory Persistence", "Inventory", [408], "Dual Persistence"),
    open(406, "Description Layers Storage", "Description Layers", [408], "Dual Persistence"),
    open(407, "World Events Timeline", null, [408], "Dual Persistence"),
    open(408, "SQL API Repository Abstraction Layer", "SQL API", [], "Dual Persistence"),
    open(409, "Dual Persistence Integration Tests", "Integration Tests", [410], "Dual Persistence"),
    open(410, "Data Migration Script", null, [404, 405, 406, 407], "Dual Persistence"),
    open(
      411,
      "Partition Key Strategy Validation & Monitoring",
      "Partition Monitoring",
      [],
      "Infrastructure",
    ),
    open(412, "Dual Persistence Documentation Update", "Documentation", [], "Infrastructure"),
    ...moved(3, {
      258: "World Event Type-Specific Payload Handlers",
      313: "Backend: Queue Message CorrelationId Injection",
      314: "Backend: Error Telemetry Normalization",
      317: "Frontend: Telemetry Correlation Headers",
    }),
    ...moved(5, {
      154: "Integrity Cache Layer",
      155: "Corruption Simulation Harness",
      156: "Integrity Anomaly Alerting Logic",
      256: "Relative Direction Support (N3 semantic navigation)",
      284: "Docs: Update Telemetry Catalog & Navigation Events",
      285: "Deprecate Telemetry Event Location.Move (Phase 1)",
      286: "Remove Telemetry Event Location.Move (Phase 2 - Post Retention)",
      318: "Domain Telemetry Event Naming Consistency",
      347: "Account Switching Security (localStorage persistence fix)",
      393: "Humor Telemetry Enumeration & Emission",
    }),
    { number: 385, title: "World Event Processing", milestone: 3, isTracker: true },
    { number: 389, title: "Frontend Player Experience", milestone: 3, isTracker: true },
    ...range(398, 402).map((number) => ({ number, milestone: 3, parent: 385 })),
    ...range(413, 424).map((number) => ({ number, milestone: 3, parent: 389 })),
    ...[395, 396, 397].map((number) => ({
      number,
      milestone: 2,
      resolution: "duplicate" as const,
      duplicateOf: number - 241,
    })),
  ],
  milestones: [
    { number: 2, title: "M2 Data Foundations" },
    { number: 3, title: "M3 Core Loop", needsIssues: [407] },
    { number: 4, title: "M4" },
    { number: 5, title: "M5 Quality & Depth" },
  ],
} satisfies PlanFacts;

export const modelPlan: Plan = buildPlan(modelFacts);

/** The model plan with some of its facts changed, by issue number. */
export function modelPlanWith(changes: Readonly<Record<number, Partial<ItemFacts>>>): Plan {
  const items = modelFacts.items.map((one) => ({ ...one, ...changes[one.number] }));
  return buildPlan({ ...modelFacts, items });
}
