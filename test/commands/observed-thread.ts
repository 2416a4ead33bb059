/** A repository in which commands run as in the App, without GitHub: what they change is what is observed next. */
import { takeAim } from "../../src/commands/aim.ts";
import type { Command, CommandOutcome, ThreadContext } from "../../src/commands/command.ts";
import { findInvocations } from "../../src/commands/invocation.ts";
import { type Actor, mayRun } from "../../src/commands/permission.ts";
import { revertOf, stillHolds } from "../../src/commands/revert-edit.ts";
import type { Config } from "../../src/config/config.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { ObservedIssue, ObservedMilestone } from "../../src/domain/observation.ts";
import type { PlanEdit } from "../../src/domain/plan-edit.ts";
import { gatherProject } from "../../src/facts/gather-project.ts";
import { readMilestoneLines } from "../../src/facts/milestone-lines.ts";
import { emptyNotebook } from "../../src/facts/notebook.ts";
import { type PlanFacts, predictEdit } from "../../src/facts/predict-edit.ts";
import type { UndoStep } from "../../src/facts/undo-record.ts";
import { createLinks } from "../../src/render/links.ts";
import {
  observedIssue,
  observedMilestone,
  observedRepository,
} from "../engine/observation-builder.ts";
import { asRead } from "../render/show.ts";

export const ada: Actor = { login: "ada", access: "write" };
export const bob: Actor = { login: "bob", access: "triage" };
export const guest: Actor = { login: "guest", access: "read" };

const today = "2025-11-10";
const now = "2025-11-10T10:00:00Z";

export interface Given {
  readonly issues: readonly (Partial<ObservedIssue> & { readonly number: number })[];
  readonly milestones?: readonly (Partial<ObservedMilestone> & { readonly number: number })[];
  readonly config?: Partial<Config>;
}

export interface Told {
  readonly kind: CommandOutcome["kind"] | "forbidden";
  /** As it reads on GitHub. */
  readonly says: string | null;
  readonly edits: readonly PlanEdit[];
  readonly syncs: boolean;
  readonly undoes: boolean;
}

interface Steps {
  readonly steps: readonly UndoStep[];
}

/** `commands`: those that are known in it. */
export function openThread(commands: readonly Command[], given: Given) {
  const config: Config = { ...defaultConfig, ...given.config };
  const issues = given.issues.map((one) => observedIssue(one.number, one));
  const milestones = (given.milestones ?? []).map((one) => observedMilestone(one.number, one));
  let facts: PlanFacts = {
    repository: observedRepository({ milestones, issueCount: issues.length }),
    issues: new Map(issues.map((issue) => [issue.number, issue])),
    notebook: emptyNotebook,
  };
  let lastSteps: readonly UndoStep[] | null = null;

  const planNow = () =>
    derivePlan(gatherProject({ ...facts, config, ownIssues: new Set<number>() }), today);

  const contextFor = (actor: Actor): ThreadContext => {
    const plan = planNow();
    const { repository } = facts;
    const descriptionOf = (number: number) =>
      repository.milestones.find((one) => one.number === number)?.description ?? "";
    return {
      plan,
      config,
      actor,
      today,
      links: createLinks("status-issue", plan),
      bodyOf: (issue) => facts.issues.get(issue)?.body ?? "",
      needsOf: (milestone) => readMilestoneLines(descriptionOf(milestone)).needs,
      lastSteps,
      stillHolds: (edit) => stillHolds(edit, facts),
    };
  };

  const apply = (edits: readonly PlanEdit[]): readonly UndoStep[] =>
    edits.map((did) => {
      const back = revertOf(did, facts);
      facts = predictEdit(did, facts, now);
      return { did, back };
    });

  const find = (name: string) =>
    commands.find((command) => [command.name, ...command.aliases].includes(name));

  /** What was changed by one target is seen by the next. */
  const run = (line: string, actor: Actor, thread: number): Told & Steps => {
    const [invocation] = findInvocations(line, config.commands.prefix);
    const command = find(invocation?.name ?? "");
    if (!invocation || !command) throw new Error(`No command in ${line}`);
    const aim = takeAim(command, invocation, planNow());
    if (aim.kind === "mistake") return { ...told({ kind: "refused", says: aim.says }), steps: [] };
    const ran = (aim.targets ?? [thread]).map((number) => {
      const result = runOn(command, aim.text, contextFor(actor), number);
      return { result, steps: apply(result.edits) };
    });
    const [first] = ran;
    if (!first) throw new Error(`No target in ${line}`);
    const edits = ran.flatMap(({ result }) => result.edits);
    return { ...first.result, edits, steps: ran.flatMap(({ steps }) => steps) };
  };

  return {
    /** What it said of the first target, and all that it changed. In #1, unless another thread is named. */
    give(line: string, actor: Actor = ada, thread = 1): Told {
      const { steps, ...result } = run(line, actor, thread);
      if (result.undoes) lastSteps = null;
      else if (steps.length > 0) lastSteps = steps;
      return result;
    },
    /** Lines of one comment: they are undone together. */
    giveTogether(...lines: readonly string[]): void {
      lastSteps = lines.flatMap((line) => run(line, ada, 1).steps);
    },
    /** A person does this by hand. */
    byHand(...edits: readonly PlanEdit[]): void {
      apply(edits);
    },
    item(number = 1) {
      const item = planNow().items.get(number);
      if (!item) throw new Error(`No issue ${number}`);
      return item;
    },
    body: (number = 1) => facts.issues.get(number)?.body ?? "",
    plan: planNow,
  };
}

function runOn(command: Command, text: string, context: ThreadContext, number: number): Told {
  const issue = context.plan.items.get(number) ?? null;
  if (!mayRun(command.permission, context.actor, issue ?? { author: null, assignees: [] })) {
    return { kind: "forbidden", says: null, edits: [], syncs: false, undoes: false };
  }
  if (command.aim === "thread") return told(command.run(text, context));
  if (command.aim === "open") return told(command.run(text, { ...context, issue }));
  if (!issue) throw new Error(`No issue ${number}`);
  return told(command.run(text, { ...context, issue }));
}

function told(outcome: CommandOutcome): Told {
  const { kind, says } = outcome;
  const isDone = outcome.kind === "done";
  return {
    kind,
    says: says === null ? null : asRead(says),
    edits: isDone ? outcome.edits : [],
    syncs: isDone && outcome.syncs === true,
    undoes: isDone && outcome.undoes === true,
  };
}
