/** `/hold`: the issue is set aside, and the plan says why. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { longestNote } from "../../facts/notebook.ts";
import { dependentsText } from "../../render/why-ready.ts";
import {
  type CommandContext,
  type CommandOutcome,
  defineCommand,
  type Reading,
  refuse,
} from "../command.ts";
import { commandLine } from "../command-line.ts";
import { readText } from "../text-argument.ts";
import { labelOn } from "./takers.ts";

export const hold = defineCommand<string>({
  name: "hold",
  aliases: [],
  group: "Work",
  aim: "issue",
  takesText: true,
  summary: "Sets the issue aside and keeps the reason.",
  usage: "REASON",
  rules: [
    "The reason stands in the plan as long as the issue is on hold; a new one replaces it.",
    "The label is that of `states.onHold` in the configuration.",
  ],
  permission: "author-or-assignee",
  examples: [
    {
      line: "/hold the vendor answers in May",
      effect: "Adds the label `on hold`; the plan shows the reason.",
    },
  ],
  read: readReason,
  run: setAside,
});

function readReason(text: string, { config }: CommandContext): Reading<string> {
  const example = commandLine(config, "hold the vendor answers in May");
  return readText(text.replace(/^because(?:\s+|$)/i, ""), {
    what: "A reason",
    longest: longestNote,
    missing: `Say why in the same line, as ${example}: the plan shows it.`,
  });
}

function setAside(reason: string, { issue, config, links }: CommandContext): CommandOutcome {
  const { number } = issue;
  const ref = links.ref(number);
  if (issue.resolution !== null) return refuse(`${ref} is closed: there is nothing to hold.`);
  const label = config.states.onHold;
  const edits: PlanEdit[] = [
    ...(labelOn(issue, label) === undefined
      ? [{ kind: "add-label", issue: number, label } as const]
      : []),
    ...(issue.holdReason === reason
      ? []
      : [{ kind: "note", issue: number, about: "held", text: reason } as const]),
  ];
  if (edits.length === 0) {
    return { kind: "already", says: `${ref} is on hold for this reason already.` };
  }
  const waiting = issue.isOnHold ? 0 : issue.dependentCount;
  const verb = waiting === 1 ? "waits" : "wait";
  const says = waiting === 0 ? null : `${dependentsText(waiting)} ${verb} for ${ref} meanwhile.`;
  return { kind: "done", edits, says };
}
