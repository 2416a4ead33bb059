/** Documents of `test/cases/plans` adopted into the plans of `examples`. */
import { readFileSync } from "node:fs";
import { defaultConfig } from "../../src/config/defaults.ts";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { type Adoption, draftAdoption } from "../../src/engine/draft-adoption.ts";
import { modelProject } from "../domain/model-project.ts";
import { boardPlan, phase } from "../render/board-plan.ts";
import { today } from "../render/plan-builder.ts";
import { roadmapPlan } from "../render/roadmap-plan.ts";

/** M2 stands at 39 of 50; GitHub's milestone page counts the duplicates, too. */
export const m2Plan: Plan = derivePlan(
  {
    ...modelProject,
    milestones: modelProject.milestones.map((one) => {
      const items = [...modelProject.items.values()].filter(
        (item) => item.milestone === one.number,
      );
      const open = items.filter(({ resolution }) => resolution === null).length;
      return { ...one, native: { open, closed: items.length - open } };
    }),
  },
  today,
);

export function readCase(path: string): string {
  return readFileSync(new URL(`../cases/${path}`, import.meta.url), "utf8");
}

export function adoptInto(plan: Plan, milestone: string | null, bytes: Uint8Array): Adoption {
  const about = plan.milestones.find(({ title }) => title === milestone) ?? null;
  if ((about === null) !== (milestone === null)) throw new Error(`no milestone ${milestone}`);
  const document = { path: "docs/plan.md", bytes, milestone: about };
  return draftAdoption(plan, defaultConfig, document, today);
}

export const encode = (text: string) => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** Name of the document, its plan, and the title of the milestone that it is about. */
export const casePlans: readonly [string, Plan, string | null][] = [
  ["m2-data-foundations", m2Plan, "M2 Data Foundations"],
  ["phase-5-status", boardPlan(phase(12)), null],
  ["database-roadmap", roadmapPlan(0), null],
];
