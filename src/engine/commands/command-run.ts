/** The state that commands run on, and how it goes on after each: what was read, and what they changed since. */
import type { CommandContext, ThreadContext } from "../../commands/command.ts";
import type { Actor } from "../../commands/permission.ts";
import { stillHolds } from "../../commands/revert-edit.ts";
import type { Day } from "../../domain/calendar.ts";
import type { Plan } from "../../domain/plan.ts";
import { readMilestoneLines } from "../../facts/milestone-lines.ts";
import type { Notebook } from "../../facts/notebook.ts";
import type { PlanFacts } from "../../facts/predict-edit.ts";
import type { Links } from "../../render/links.ts";
import { computePlan, currentNotebook } from "../compute-plan.ts";
import type { SyncSources } from "../read-sources.ts";

export interface CommandState {
  readonly sources: SyncSources;
  readonly notebook: Notebook;
  readonly plan: Plan;
  readonly today: Day;
}

export function beginState(sources: SyncSources, today: Day): CommandState {
  const notebook = currentNotebook(sources.memory);
  return { sources, notebook, plan: computePlan(sources, notebook, today), today };
}

/** The facts that edits change. */
export function factsOf({ sources: { memory }, notebook }: CommandState): PlanFacts {
  return { repository: memory.repository, issues: memory.issues, notebook };
}

/** The plan of other facts, as they will be once GitHub has the edits. */
export function withFacts(state: CommandState, facts: PlanFacts): CommandState {
  const { sources, today } = state;
  const { repository, issues, notebook } = facts;
  const changed = { ...sources, memory: { ...sources.memory, repository, issues } };
  return { sources: changed, notebook, today, plan: computePlan(changed, notebook, today) };
}

export interface Asking {
  readonly actor: Actor;
  /** The issue whose thread the command stands in. */
  readonly thread: number;
  readonly links: Links;
  /** A run of the same text that broke off has taken back what the thread remembers. */
  readonly hasUndone?: boolean;
}

/** Null where the plan does not know the issue: it is Milepost's own, or gone. */
export function issueContext(
  state: CommandState,
  asking: Asking,
  issue: number,
): CommandContext | null {
  const item = state.plan.items.get(issue);
  return item ? { ...threadContext(state, asking), issue: item } : null;
}

export function threadContext(
  state: CommandState,
  { actor, thread, links, hasUndone = false }: Asking,
): ThreadContext {
  const { sources, notebook, plan, today } = state;
  const { memory, config } = sources;
  return {
    plan,
    config,
    actor,
    today,
    links,
    bodyOf: (number) => memory.issues.get(number)?.body ?? "",
    needsOf: (milestone) => needsOf(memory.repository, milestone),
    lastSteps: notebook.undo[String(thread)]?.steps ?? null,
    hasUndone,
    stillHolds: (edit) => stillHolds(edit, factsOf(state)),
  };
}

function needsOf(
  { milestones }: SyncSources["memory"]["repository"],
  number: number,
): string | null {
  const milestone = milestones.find((one) => one.number === number);
  return milestone ? readMilestoneLines(milestone.description).needs : null;
}
