/** Settings and plan documents for a plan that has none yet. Pure: what is in GitHub in, texts out. */
import { configPath } from "../config/settings-file.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { milestonePlan } from "./documents/milestone-plan.ts";
import { roadmap } from "./documents/roadmap.ts";
import { statusBoard } from "./documents/status-board.ts";
import { milestonePlanPath, roadmapPath, statusBoardPath } from "./paths.ts";
import { type NamedDocument, type StartingSettings, writeSettings } from "./settings-text.ts";

export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

export type StarterDocument = StarterFile & NamedDocument;

/** With so many milestones at once, a plan for each would be more than anybody reads. */
const mostPlans = 3;

/** With empty regions; none where there is nothing to plan. */
export function draftDocuments(plan: Plan): readonly StarterDocument[] {
  const planned = plan.milestones.filter((milestone) => !milestone.isClosed && hasWork(milestone));
  const first = planned.toSorted((a, b) => rank(plan, a) - rank(plan, b)).slice(0, mostPlans);
  const plans = first.map((milestone) => ({
    path: pathAmong(first, milestone),
    text: milestonePlan(plan, milestone),
    milestone: milestone.number,
    about: milestone.title,
  }));
  if (plan.milestones.length < 2) return plans;
  return [
    ...plans,
    { path: roadmapPath, text: roadmap(plan), milestone: null, about: "all milestones" },
    { path: statusBoardPath, text: statusBoard(plan), milestone: null, about: "where they stand" },
  ];
}

export function draftSettings(settings: StartingSettings): StarterFile {
  return { path: configPath, text: writeSettings(settings) };
}

/** Titles that differ in signs only would share a file. */
function pathAmong(all: readonly PlannedMilestone[], milestone: PlannedMilestone): string {
  const path = milestonePlanPath(milestone);
  const isShared = all.some((one) => one !== milestone && milestonePlanPath(one) === path);
  return isShared ? milestonePlanPath({ ...milestone, title: "" }) : path;
}

function hasWork({ counted, trackers }: PlannedMilestone): boolean {
  return counted.length + trackers.length > 0;
}

/** The active one first, the others in the plan's order. */
function rank({ activeMilestone, milestones }: Plan, milestone: PlannedMilestone): number {
  return milestone.number === activeMilestone ? -1 : milestones.indexOf(milestone);
}
