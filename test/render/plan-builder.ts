/** Builds plans from few words: facts as literals, everything else as in an empty repository. */
import type { Day } from "../../src/domain/calendar.ts";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Milestone, Project, WorkItem } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";

export const today: Day = "2025-11-10";
const url = "https://github.com/octo/game";

export type ItemFacts = Partial<Omit<WorkItem, "dependencies">> & {
  readonly number: number;
  readonly waitsFor?: readonly IssueReference[];
};

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

function item({ waitsFor = [], ...facts }: ItemFacts): WorkItem {
  return {
    title: `Issue ${facts.number}`,
    alias: null,
    url: `${url}/issues/${facts.number}`,
    resolution: null,
    closedOn: null,
    milestone: null,
    isTracker: false,
    parent: null,
    duplicateOf: null,
    hiddenBlockers: 0,
    dependencies: waitsFor.map((on) => ({ on, origin: "native" })),
    isOnHold: false,
    isInProgress: false,
    author: null,
    assignees: [],
    labels: [],
    dimensions: {},
    points: null,
    hours: null,
    tasks: { done: 0, total: 0 },
    earlierMilestones: [],
    moveReason: null,
    dropReason: null,
    holdReason: null,
    note: null,
    ...facts,
  };
}

function milestone(facts: MilestoneFacts, items: readonly WorkItem[]): Milestone {
  const inside = items.filter((one) => one.milestone === facts.number);
  const open = inside.filter((one) => one.resolution === null).length;
  return {
    earlierTitles: [],
    url: `${url}/milestone/${facts.number}`,
    isClosed: false,
    startOn: null,
    dueOn: null,
    closedOn: null,
    note: null,
    needsIssues: [],
    needsMilestones: [],
    native: { open, closed: inside.length - open },
    ...facts,
  };
}

function buildProject(facts: PlanFacts): Project {
  const items = (facts.items ?? []).map(item);
  return {
    repository: "octo/game",
    url,
    items: new Map(items.map((one) => [one.number, one])),
    foreign: facts.foreign ?? new Map(),
    milestones: (facts.milestones ?? []).map((one) => milestone(one, items)),
    rules: { unit: "issues", countEpics: true, dimensions: ["cluster"], ...facts.rules },
    findings: facts.findings ?? [],
  };
}

export function buildPlan(facts: PlanFacts): Plan {
  return derivePlan(buildProject(facts), today);
}
