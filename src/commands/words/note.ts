/** `/note`: a sentence about an issue, shown beside it in the plan. */
import { longestNote } from "../../facts/notebook.ts";
import { safeProse } from "../../render/names.ts";
import {
  type CommandContext,
  type CommandOutcome,
  defineCommand,
  type Reading,
} from "../command.ts";
import { commandLine } from "../command-line.ts";
import { isNone, readText } from "../text-argument.ts";

export const note = defineCommand<string | null>({
  name: "note",
  aliases: [],
  group: "Words",
  aim: "issue",
  takesText: true,
  summary: "Notes a sentence that stands beside the issue in the plan.",
  usage: "TEXT | none",
  rules: [
    "A new note replaces the one before; `none` removes it.",
    `At most ${longestNote} characters.`,
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/note talk to Ada before you start", effect: "Shows the sentence beside the issue." },
    { line: "/note none", effect: "Removes the note." },
  ],
  read: readNote,
  run: runNote,
});

function readNote(text: string, { config, issue, links }: CommandContext): Reading<string | null> {
  if (isNone(text)) return { kind: "read", arguments: null };
  const present =
    issue.note === null
      ? ""
      : ` The note on ${links.ref(issue.number)} is: ${safeProse(issue.note)}`;
  const example = commandLine(config, "note talk to Ada before you start");
  return readText(text, {
    what: "A note",
    longest: longestNote,
    missing: `Write the note in the same line, as ${example}.${present}`,
  });
}

function runNote(text: string | null, { issue, links }: CommandContext): CommandOutcome {
  if (text === issue.note) {
    const state = text === null ? "has no note" : "has this note already";
    return { kind: "already", says: `${links.ref(issue.number)} ${state}.` };
  }
  const edit = { kind: "note", issue: issue.number, about: "note", text } as const;
  return { kind: "done", edits: [edit], says: null };
}
