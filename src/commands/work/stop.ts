/** `/stop`: the one who gives it puts the issue down. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { assigneesText } from "../../render/names.ts";
import { type CommandContext, type CommandOutcome, defineCommand, refuse } from "../command.ts";
import { withoutArguments } from "../without-arguments.ts";
import { assigneeOn, labelOn } from "./takers.ts";

export const stop = defineCommand<null>({
  name: "stop",
  aliases: [],
  group: "Work",
  aim: "issue",
  takesText: false,
  summary: "Puts the issue down: takes you off and the mark that it is in progress.",
  usage: "",
  rules: [
    "Where others are assigned too, it stays in progress.",
    "Refused where the issue is somebody else's.",
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/stop", effect: "Takes you off the issue and removes the label `in progress`." },
  ],
  read: withoutArguments("stop"),
  run: (_, context) => putDown(context),
});

function putDown({ issue, actor, config, links }: CommandContext): CommandOutcome {
  const { number, assignees } = issue;
  const ref = links.ref(number);
  const own = assigneeOn(issue, actor.login);
  const label = labelOn(issue, config.states.inProgress);
  if (own === undefined && assignees.length > 0) {
    return refuse(`${ref} is assigned to ${assigneesText(assignees)}, not to you.`);
  }
  const others = assignees.filter((one) => one !== own);
  const edits: PlanEdit[] = [
    ...(own === undefined ? [] : [{ kind: "unassign", issue: number, login: own } as const]),
    ...(label === undefined || others.length > 0
      ? []
      : [{ kind: "remove-label", issue: number, label } as const]),
  ];
  if (edits.length === 0) return { kind: "already", says: idle(ref, issue) };
  return { kind: "done", edits, says: whatStays(ref, issue, others, label) };
}

function idle(ref: string, { isInProgress }: CommandContext["issue"]): string {
  return isInProgress
    ? `${ref} is nobody's. It counts as in progress because an open pull request will close it.`
    : `Nobody is at ${ref}: there is nothing to stop.`;
}

/** Why it is in progress all the same. */
function whatStays(
  ref: string,
  { isInProgress, resolution }: CommandContext["issue"],
  others: readonly string[],
  label: string | undefined,
): string | null {
  if (!isInProgress || resolution !== null) return null;
  if (label === undefined) {
    return `${ref} stays in progress while the pull request that will close it is open.`;
  }
  return others.length === 0 ? null : `${ref} stays in progress with ${assigneesText(others)}.`;
}
