/** `/resume`: what was on hold goes on. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { joinWords } from "../../render/names.ts";
import { type CommandContext, type CommandOutcome, defineCommand } from "../command.ts";
import { withoutArguments } from "../without-arguments.ts";
import { labelOn } from "./takers.ts";

const shown = 8;

export const resume = defineCommand<null>({
  name: "resume",
  aliases: [],
  group: "Work",
  aim: "issue",
  takesText: false,
  summary: "Takes the issue off hold and forgets the reason.",
  usage: "",
  rules: [],
  permission: "author-or-assignee",
  examples: [{ line: "/resume", effect: "Removes the label `on hold`." }],
  read: withoutArguments("resume"),
  run: (_, context) => goOn(context),
});

function goOn({ issue, config, links }: CommandContext): CommandOutcome {
  const { number } = issue;
  const ref = links.ref(number);
  const label = labelOn(issue, config.states.onHold);
  if (label === undefined) return { kind: "already", says: `${ref} is not on hold.` };
  const edits: PlanEdit[] = [
    { kind: "remove-label", issue: number, label },
    ...(issue.holdReason === null
      ? []
      : [{ kind: "note", issue: number, about: "held", text: null } as const]),
  ];
  const blockers = links.list(issue.openBlockers, shown);
  const says = blockers.length === 0 ? null : `${ref} still waits for ${joinWords(blockers)}.`;
  return { kind: "done", edits, says };
}
