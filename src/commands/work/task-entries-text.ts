/** A task list with the numbers by which `/task` knows its entries. */
import { clipText } from "../../markdown/plain-line.ts";
import type { TaskEntry } from "../../markdown/task-entries.ts";
import { safeProse } from "../../render/names.ts";
import type { CommandContext } from "../command.ts";
import { commandLine } from "../command-line.ts";

const shown = 30;
const textLength = 80;

/** Where an edit would touch more than the entry itself. */
export const byHand =
  "The text around the list is such that I can't change it without touching more. Please edit it by hand.";

/** That there is no such entry, and which there are. */
export function listEntries(
  entries: readonly TaskEntry[],
  missing: number,
  { issue, links, config }: CommandContext,
): string {
  const ref = links.ref(issue.number);
  if (entries.length === 0) {
    const add = commandLine(config, "task add TEXT");
    return `${ref} has no task list yet. ${add} begins one.`;
  }
  const lines = entries.slice(0, shown).map(entryLine);
  const rest = entries.length - lines.length;
  const more = rest > 0 ? ["", `And ${rest} more.`] : [];
  return [`There is no entry ${missing}. ${ref} has these:`, "", ...lines, ...more].join("\n");
}

function entryLine({ text, isDone }: TaskEntry, index: number): string {
  return `${index + 1}. ${safeProse(clipText(text, textLength))}${isDone ? " ✅" : ""}`;
}
