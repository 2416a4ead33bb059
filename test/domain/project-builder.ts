/** Facts of a project from few words; whatever is not said is as in an empty repository. */
import type { Day } from "../../src/domain/calendar.ts";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Plan, PlannedItem, PlannedMilestone } from "../../src/domain/plan.ts";
import type { Milestone, Project, WorkItem } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";

export const today: Day = "2025-11-10";

const url = "https://github.com/o/r";

export type ItemFacts = Partial<Omit<WorkItem, "number" | "dependencies">> & {
  readonly waitsFor?: readonly IssueReference[];
};

export function item(number: number, { waitsFor = [], ...facts }: ItemFacts = {}): WorkItem {
  return {
    number,
    title: `Issue ${number}`,
    alias: null,
    url: `${url}/issues/${number}`,
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

/** An item that is completed. */
export function done(number: number, facts: ItemFacts = {}): WorkItem {
  return item(number, { resolution: "completed", closedOn: today, ...facts });
}

export function milestone(number: number, facts: Partial<Milestone> = {}): Milestone {
  return {
    number,
    title: `M${number}`,
    earlierTitles: [],
    url: `${url}/milestone/${number}`,
    isClosed: false,
    startOn: null,
    dueOn: null,
    closedOn: null,
    note: null,
    needsIssues: [],
    needsMilestones: [],
    native: { open: 0, closed: 0 },
    ...facts,
  };
}

export interface ProjectFacts {
  readonly foreign?: Project["foreign"];
  readonly rules?: Partial<Project["rules"]>;
  readonly findings?: Project["findings"];
}

export function project(
  items: readonly WorkItem[],
  milestones: readonly Milestone[] = [],
  { foreign = new Map(), rules = {}, findings = [] }: ProjectFacts = {},
): Project {
  return {
    repository: "o/r",
    url,
    items: new Map(items.map((one) => [one.number, one])),
    foreign,
    milestones,
    rules: { unit: "issues", countEpics: true, dimensions: ["cluster"], ...rules },
    findings,
  };
}

export function plan(...facts: Parameters<typeof project>): Plan {
  return derivePlan(project(...facts), today);
}

/** The plan of one milestone, number 1, that holds all these items. */
export function milestonePlan(
  items: readonly WorkItem[],
  facts: Partial<Milestone> = {},
  more: ProjectFacts = {},
): PlannedMilestone {
  const inside = items.map((one) => ({ ...one, milestone: 1 }));
  return milestoneOf(plan(inside, [milestone(1, facts)], more), 1);
}

export function milestoneOf(derived: Plan, number: number): PlannedMilestone {
  const found = derived.milestones.find((one) => one.number === number);
  if (!found) throw new Error(`no milestone ${number} in the plan`);
  return found;
}

export function itemOf(derived: Plan, number: number): PlannedItem {
  const found = derived.items.get(number);
  if (!found) throw new Error(`no issue ${number} in the plan`);
  return found;
}
