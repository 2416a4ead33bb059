/** `/blocks`: others wait for the issue, milestones too. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { addNeed } from "../../facts/edit-needs.ts";
import { milestoneTitle } from "../../render/names.ts";
import {
  type CommandContext,
  type CommandOutcome,
  defineCommand,
  type Refusal,
  refuse,
} from "../command.ts";
import { onlyOwn } from "../issues-argument.ts";
import { addEdges } from "./add-edges.ts";
import { pathText } from "./dependency-cycle.ts";
import { findNeedCycle } from "./need-cycle.ts";
import { readTargets, type Targets } from "./read-targets.ts";

export const blocks = defineCommand<Targets>({
  name: "blocks",
  aliases: [],
  group: "Dependencies",
  aim: "issue",
  takesText: false,
  summary: "Makes others wait for the issue: issues, or whole milestones.",
  usage: "ISSUES | MILESTONES",
  rules: [
    "Of issues, the dependencies stand under “Relationships” in GitHub's sidebar.",
    "Of a milestone, the issue joins the `Needs:` line of its description.",
    "A bare number is an issue's; write `milestone 3` for a milestone by its number.",
  ],
  permission: "triage",
  examples: [
    { line: "/blocks #404-407", effect: "Four issues wait for this one." },
    { line: "/blocks M3", effect: "Milestone M3 waits for this issue." },
    { line: "/blocks M3 on #407", effect: "Milestone M3 waits for #407." },
  ],
  read: (text, context) => readTargets(text, context, "blocks #404-407"),
  run: block,
});

function block({ issues, milestones }: Targets, context: CommandContext): CommandOutcome {
  const own = onlyOwn(issues, context);
  if (own.kind === "mistake") return refuse(own.says);
  const blocker = context.issue.number;
  const edges = own.arguments.map((issue) => ({ issue, blocker }));
  const outcomes = [
    ...(edges.length > 0 ? [addEdges(edges, context)] : []),
    ...milestones.map((milestone) => blockMilestone(milestone, context)),
  ];
  return outcomes.find(({ kind }) => kind === "refused") ?? together(outcomes);
}

/** What is so already is told only where nothing else is to be done. */
function together(outcomes: readonly CommandOutcome[]): CommandOutcome {
  const done = outcomes.filter((one) => one.kind === "done");
  const told = done.length > 0 ? done : outcomes;
  const says = told.flatMap((one) => one.says ?? []).join(" ");
  if (done.length === 0) return { kind: "already", says };
  const edits = done.flatMap((one): readonly PlanEdit[] => one.edits);
  return { kind: "done", edits, says: says || null };
}

function blockMilestone(milestone: PlannedMilestone, context: CommandContext): CommandOutcome {
  const { issue, plan, links } = context;
  const ref = links.ref(issue.number);
  const name = `**${milestoneTitle(milestone)}**`;
  if (milestone.needsIssues.includes(issue.number)) {
    return { kind: "already", says: `${name} waits for ${ref} already.` };
  }
  const obstacle = findObstacle(milestone, context);
  if (obstacle) return obstacle;
  const { repository, milestones } = plan;
  const needs = addNeed(context.needsOf(milestone.number), issue.number, {
    repository,
    milestones,
  });
  if (needs === null) {
    return refuse(
      `I can't add ${ref} to the \`Needs:\` line of ${name}: it is too long, or something in it is open. Change it in the milestone's description.`,
    );
  }
  const edit = { kind: "set-needs", milestone: milestone.number, needs } as const;
  return { kind: "done", edits: [edit], says: waitsText(name, context) };
}

function findObstacle(
  milestone: PlannedMilestone,
  { issue, plan, links }: CommandContext,
): Refusal | null {
  const [ref, name] = [links.ref(issue.number), `**${milestoneTitle(milestone)}**`];
  if (milestone.isClosed) return refuse(`${name} is closed: it waits for nothing.`);
  if (issue.milestone === milestone.number) {
    return refuse(`${ref} is in ${name} itself, which is complete only with it.`);
  }
  const cycle = findNeedCycle(issue.number, milestone.number, plan);
  if (cycle === null) return null;
  const way = pathText(cycle, links);
  return refuse(`${name} can't wait for ${ref}, which itself waits for work in ${name}: ${way}.`);
}

function waitsText(name: string, { issue, links }: CommandContext): string {
  const ref = links.ref(issue.number);
  if (issue.resolution !== null)
    return `${ref} is closed already, so ${name} need not wait for it.`;
  return `${name} waits for ${ref} now.`;
}
