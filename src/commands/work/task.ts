/** `/task`: the task list in the issue's text. The only thing that Milepost ever changes there. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { editTasks } from "../../markdown/edit-tasks.ts";
import { findTaskEntries, type TaskEntry } from "../../markdown/task-entries.ts";
import { type CommandContext, type CommandOutcome, defineCommand, refuse } from "../command.ts";
import { promote } from "./promote-task.ts";
import { byHand, listEntries } from "./task-entries-text.ts";
import { readTaskRequest, type TaskRequest } from "./task-request.ts";

export const task = defineCommand<TaskRequest>({
  name: "task",
  aliases: [],
  group: "Work",
  aim: "issue",
  takesText: (text) => /^add\b/i.test(text),
  summary: "Changes the task list in the issue's text.",
  usage: "add TEXT | done NUMBERS | undo NUMBERS | promote NUMBER",
  rules: [
    "Entries count from 1, from top to bottom, nested ones too.",
    "Several are ticked at once with `done 1, 3` or `done 2-4`.",
    "`promote` makes a sub-issue of an entry, in the same milestone, and takes the entry off the list.",
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/task add Measure the queries", effect: "Adds an entry to the end of the list." },
    { line: "/task done 2", effect: "Ticks the second entry." },
    { line: "/task undo 2", effect: "Takes the tick off again." },
    { line: "/task promote 3", effect: "Makes a sub-issue of the third entry." },
    { line: "/task done 1 on #412", effect: "Ticks the first entry of another issue." },
  ],
  read: readTaskRequest,
  run: changeTasks,
});

function changeTasks(request: TaskRequest, context: CommandContext): CommandOutcome {
  const entries = findTaskEntries(context.bodyOf(context.issue.number));
  switch (request.do) {
    case "add":
      return add(request.text, entries, context);
    case "tick":
    case "untick":
      return mark(request, entries, context);
    case "promote":
      return promote(request.entry, entries, context);
  }
}

function add(
  text: string,
  entries: readonly TaskEntry[],
  { issue, links, bodyOf }: CommandContext,
): CommandOutcome {
  const present = entries.findIndex((entry) => entry.text === text && !entry.isDone);
  if (present >= 0) {
    const says = `That is entry ${present + 1} of ${links.ref(issue.number)} already.`;
    return { kind: "already", says };
  }
  const edit = { do: "add", text } as const;
  if (editTasks(bodyOf(issue.number), edit) === undefined) return refuse(byHand);
  return { kind: "done", edits: [{ kind: "edit-tasks", issue: issue.number, edit }], says: null };
}

function mark(
  request: Extract<TaskRequest, { do: "tick" | "untick" }>,
  entries: readonly TaskEntry[],
  context: CommandContext,
): CommandOutcome {
  const { issue } = context;
  const missing = request.entries.find((number) => entries[number - 1] === undefined);
  if (missing !== undefined) return refuse(listEntries(entries, missing, context));
  const isWanted = request.do === "tick";
  const edits = request.entries.flatMap((number): PlanEdit[] => {
    const entry = entries[number - 1];
    if (!entry || entry.isDone === isWanted) return [];
    const edit = { do: request.do, entry: number, text: entry.text };
    return [{ kind: "edit-tasks", issue: issue.number, edit }];
  });
  if (edits.length === 0) {
    const which = request.entries.length === 1 ? "That entry is" : "These entries are";
    return { kind: "already", says: `${which} ${isWanted ? "ticked" : "open"} already.` };
  }
  return { kind: "done", edits, says: isWanted ? lastOne(edits.length, entries, context) : null };
}

/** The news that nothing on the list is left. */
function lastOne(
  ticked: number,
  entries: readonly TaskEntry[],
  { issue, links }: CommandContext,
): string | null {
  const open = entries.filter(({ isDone }) => !isDone).length - ticked;
  if (open > 0 || issue.resolution !== null) return null;
  const all = entries.length === 1 ? "The only task" : `All ${entries.length} tasks`;
  const verb = entries.length === 1 ? "is" : "are";
  return `${all} of ${links.ref(issue.number)} ${verb} done. Close it if nothing else is left.`;
}
