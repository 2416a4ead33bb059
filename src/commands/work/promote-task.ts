/** An entry of a task list that becomes an issue of its own. */
import { editTasks } from "../../markdown/edit-tasks.ts";
import { plainText } from "../../markdown/node-text.ts";
import { clipText } from "../../markdown/plain-line.ts";
import type { TaskEntry } from "../../markdown/task-entries.ts";
import { type CommandContext, type CommandOutcome, refuse } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { byHand, listEntries } from "./task-entries-text.ts";

/** GitHub takes 256. */
const longestTitle = 200;

export function promote(
  number: number,
  entries: readonly TaskEntry[],
  context: CommandContext,
): CommandOutcome {
  const { issue, config, bodyOf } = context;
  const entry = entries[number - 1];
  if (!entry) return refuse(listEntries(entries, number, context));
  if (entry.isDone) return refuse(`Entry ${number} is ticked: there is nothing left to do in it.`);
  if (isReference(entry.text)) {
    const child = commandLine(config, `child ${entry.text}`);
    return refuse(`Entry ${number} is an issue already. ${child} makes it a sub-issue.`);
  }
  const removal = { do: "remove", entry: number, text: entry.text } as const;
  if (editTasks(bodyOf(issue.number), removal) === undefined) return refuse(byHand);
  const title = clipText(plainText(entry.text), longestTitle) || clipText(entry.text, longestTitle);
  return {
    kind: "done",
    edits: [
      { kind: "create-sub-issue", issue: issue.number, title, milestone: issue.milestone },
      { kind: "edit-tasks", issue: issue.number, edit: removal },
    ],
    says: null,
  };
}

/** Nothing but "#12", "owner/repo#12" or the address of an issue. */
function isReference(text: string): boolean {
  return /^(?:[\w.-]+\/[\w.-]+)?#\d+$|^https?:\/\/\S+\/issues\/\d+$/.test(text);
}
