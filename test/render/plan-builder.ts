/** Builds plans from few words: facts as literals, everything else as in an empty repository. */
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Milestone, Project, WorkItem } from "../../src/domain/project.ts";
import { type ItemFacts as FactsOf, item, milestone, today } from "../domain/project-builder.ts";

export { today };

const url = "https://github.com/octo/game";

export type ItemFacts = FactsOf & { readonly number: number };

type MilestoneFacts = Partial<Milestone> & {
  readonly number: number;
  readonly title: string;
};

export interface PlanFacts {
  readonly items?: readonly ItemFacts[];
  readonly milestones?: readonly MilestoneFacts[];
  readonly foreign?: Project["foreign"];
  readonly rules?: Partial<Project["rules"]>;
  readonly findings?: Project["findings"];
}

function itemOf({ number, ...facts }: ItemFacts): WorkItem {
  return item(number, { url: `${url}/issues/${number}`, ...facts });
}

function milestoneOf({ number, ...facts }: MilestoneFacts, items: readonly WorkItem[]): Milestone {
  const inside = items.filter((one) => one.milestone === number);
  const open = inside.filter((one) => one.resolution === null).length;
  const native = { open, closed: inside.length - open };
  return milestone(number, { url: `${url}/milestone/${number}`, native, ...facts });
}

function buildProject(facts: PlanFacts): Project {
  const items = (facts.items ?? []).map(itemOf);
  return {
    repository: "octo/game",
    url,
    items: new Map(items.map((one) => [one.number, one])),
    foreign: facts.foreign ?? new Map(),
    milestones: (facts.milestones ?? []).map((one) => milestoneOf(one, items)),
    rules: { unit: "issues", countEpics: true, dimensions: ["cluster"], ...facts.rules },
    findings: facts.findings ?? [],
  };
}

export function buildPlan(facts: PlanFacts): Plan {
  return derivePlan(buildProject(facts), today);
}
