/** `/drop`: the issue will not be done, and the plan says why. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { longestNote } from "../../facts/notebook.ts";
import {
  type CommandContext,
  type CommandOutcome,
  defineCommand,
  type Reading,
} from "../command.ts";
import { commandLine } from "../command-line.ts";
import { readText } from "../text-argument.ts";
import { noLongerWaiting, subIssuesOpen } from "./left-behind.ts";

export const drop = defineCommand<string>({
  name: "drop",
  aliases: [],
  group: "Scope",
  aim: "issue",
  takesText: true,
  summary: "Closes the issue as not planned, and keeps the reason.",
  usage: "[because] REASON",
  rules: [
    "A dropped issue no longer counts. The plan shows the reason where it shows what was dropped.",
    "For an issue that is dropped already, a new reason replaces the one before.",
  ],
  permission: "write",
  examples: [
    {
      line: "/drop because the new API does this already",
      effect: "Closes the issue as not planned; the plan tells why.",
    },
  ],
  read: readDrop,
  run: dropIssue,
});

function readDrop(text: string, { config }: CommandContext): Reading<string> {
  const way = commandLine(config, "drop because the new API does this already");
  return readText(text.replace(/^because(?:[\s:]+|$)/i, ""), {
    what: "A reason",
    longest: longestNote,
    missing: `Say why in the same line, as ${way}: the plan shows it.`,
  });
}

function dropIssue(reason: string, context: CommandContext): CommandOutcome {
  const { issue, links } = context;
  const ref = links.ref(issue.number);
  const note = { kind: "note", issue: issue.number, about: "dropped", text: reason } as const;
  if (issue.resolution !== "dropped") {
    const close = {
      kind: "close",
      issue: issue.number,
      reason: "not_planned",
      duplicateOf: null,
    } as const;
    const edits: readonly PlanEdit[] = [close, note];
    return { kind: "done", edits, says: consequences(context) };
  }
  if (issue.dropReason !== reason) return { kind: "done", edits: [note], says: null };
  return { kind: "already", says: `${ref} is dropped for this reason already.` };
}

function consequences(context: CommandContext): string | null {
  const { issue, links } = context;
  const ref = links.ref(issue.number);
  const counted =
    issue.resolution === "completed" ? `${ref} counted as completed until now.` : null;
  const notes = [counted, noLongerWaiting(context), subIssuesOpen(context)];
  return notes.filter((one) => one !== null).join(" ") || null;
}
