/** `/start`: the one who gives it takes the issue up. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { assigneesText, joinWords, safeProse } from "../../render/names.ts";
import { type CommandContext, type CommandOutcome, defineCommand, refuse } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { asSentence } from "../sentence.ts";
import { withoutArguments } from "../without-arguments.ts";
import { assigneeOn, isFree, labelOn } from "./takers.ts";

const shown = 8;

export const start = defineCommand<null>({
  name: "start",
  aliases: [],
  group: "Work",
  aim: "issue",
  takesText: false,
  summary: "Takes the issue up: assigns you and marks it as in progress.",
  usage: "",
  rules: [
    "Refused where the issue is assigned to somebody else, is closed, on hold or an epic.",
    "A blocked issue may be started; the answer says what it waits for.",
    "The label is that of `states.inProgress` in the configuration.",
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/start", effect: "Assigns you and adds the label `in progress`." },
    { line: "/start on #12", effect: "Does so for another issue." },
  ],
  read: withoutArguments("start"),
  run(_, context) {
    const obstacle = findObstacle(context);
    if (obstacle !== null) return refuse(obstacle);
    return takeUp(context);
  },
});

/** Why nobody, or not this person, can take the issue up; null where nothing is in the way. */
function findObstacle(context: CommandContext): string | null {
  const { issue, actor, config, links } = context;
  const ref = links.ref(issue.number);
  if (issue.resolution !== null) return `${ref} is closed. Reopen it before you start.`;
  if (issue.isTracker) return `${ref} is an epic. ${whereToStart(context)}`;
  if (issue.isOnHold) {
    const reason = issue.holdReason === null ? "" : `: ${safeProse(issue.holdReason)}`;
    return `${asSentence(`${ref} is on hold${reason}`)} ${commandLine(config, "resume")} it first.`;
  }
  if (isFree(issue, actor.login)) return null;
  const holders = assigneesText(issue.assignees);
  return `${ref} is assigned to ${holders} already. ${commandLine(config, "next")} says what is free.`;
}

/** An epic moves with its sub-issues. */
function whereToStart({ plan, issue, links }: CommandContext): string {
  const children = [...plan.items.values()].filter(
    ({ parent, state }) => parent === issue.number && state === "ready",
  );
  if (children.length === 0)
    return "Nobody works on it as such, and none of its sub-issues is ready.";
  const refs = links.list(
    children.map(({ number }) => number),
    shown,
  );
  return `Start one of its sub-issues: ${refs.join(", ")}.`;
}

function takeUp({ issue, actor, config, links }: CommandContext): CommandOutcome {
  const { number } = issue;
  const label = config.states.inProgress;
  const edits: PlanEdit[] = [
    ...(assigneeOn(issue, actor.login) === undefined
      ? [{ kind: "assign", issue: number, login: actor.login } as const]
      : []),
    ...(labelOn(issue, label) === undefined
      ? [{ kind: "add-label", issue: number, label } as const]
      : []),
  ];
  if (edits.length === 0) {
    return { kind: "already", says: `${links.ref(number)} is in progress and yours already.` };
  }
  return { kind: "done", edits, says: stillWaiting({ issue, links }) };
}

function stillWaiting({ issue, links }: Pick<CommandContext, "issue" | "links">): string | null {
  const hidden = issue.hiddenBlockers > 0 ? ["an issue out of sight"] : [];
  const blockers = [...links.list(issue.openBlockers, shown), ...hidden];
  if (blockers.length === 0) return null;
  return `Started, though ${links.ref(issue.number)} still waits for ${joinWords(blockers)}.`;
}
