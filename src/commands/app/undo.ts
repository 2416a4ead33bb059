/** `/undo`: what the last command of the thread changed is taken back, as far as nobody has changed it since. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import type { UndoStep } from "../../facts/undo-record.ts";
import { capitalised } from "../../render/names.ts";
import { type CommandOutcome, defineCommand, refuse, type ThreadContext } from "../command.ts";
import { describeEdits } from "../describe-edit.ts";
import { withoutArguments } from "../without-arguments.ts";

export const undo = defineCommand<null>({
  name: "undo",
  aliases: [],
  group: "The app",
  aim: "thread",
  takesText: false,
  summary: "Takes back what the last command in this thread changed.",
  usage: "",
  rules: [
    "All commands of one comment are taken back together, whichever issues they changed.",
    "What somebody has changed since stays, and is named.",
    "An issue that a command made stays: close it by hand.",
  ],
  permission: "triage",
  examples: [{ line: "/undo", effect: "Takes back the last command that stands above." }],
  read: withoutArguments("undo"),
  run: (_, context) => takeBack(context),
});

function takeBack(context: ThreadContext): CommandOutcome {
  const { lastSteps, hasUndone } = context;
  // What it took back has been said, or is told by the reaction.
  if (hasUndone === true) return { kind: "done", edits: [], says: null, undoes: true };
  if (lastSteps === null || lastSteps.length === 0) {
    const says =
      "There is nothing to undo: I remember no command in this thread that changed anything.";
    return { kind: "already", says };
  }
  const { edits, left } = sortOut(lastSteps, context);
  const kept = whatStays(left, context);
  if (edits.length === 0) return refuse(`Nothing is undone. ${kept}`.trim());
  const done = phrase("Undone", edits, context);
  const says = [done, kept].filter((text) => text !== "").join("\n\n");
  return { kind: "done", edits, says, undoes: true };
}

interface Sorted {
  /** Those that take back, the last change first. */
  readonly edits: readonly PlanEdit[];
  /** Those that stay. */
  readonly left: readonly PlanEdit[];
}

function sortOut(steps: readonly UndoStep[], { stillHolds }: ThreadContext): Sorted {
  const edits: PlanEdit[] = [];
  const left: PlanEdit[] = [];
  for (const [index, { did, back }] of [...steps.entries()].reverse()) {
    const isAgain = edits.some((edit) => isSame(edit, did));
    const canGo = (isAgain || stillHolds(did)) && !isPromoted(did, steps[index - 1]?.did);
    (canGo ? edits : left).push(canGo ? back : did);
  }
  return { edits, left: left.reverse() };
}

/** A later change of the same fact is taken back first: then the earlier one holds again. */
function isSame(a: PlanEdit, b: PlanEdit): boolean {
  return sortedEntries(a) === sortedEntries(b);
}

function sortedEntries(edit: PlanEdit): string {
  return JSON.stringify(Object.entries(edit).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The entry of a task list that became an issue: as long as there is the issue, it doesn't come back. */
function isPromoted(edit: PlanEdit, before: PlanEdit | undefined): boolean {
  return edit.kind === "edit-tasks" && before?.kind === "create-sub-issue";
}

function whatStays(left: readonly PlanEdit[], context: ThreadContext): string {
  const isMade = left.some(({ kind }) => kind === "create-sub-issue");
  const changed = left.filter(
    (edit, index) => edit.kind !== "create-sub-issue" && !isPromoted(edit, left[index - 1]),
  );
  return [
    changed.length === 0 ? "" : phrase("Changed since, so it stays", changed, context),
    isMade ? "The issue that was made stays: close it if you don't want it." : "",
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function phrase(head: string, edits: readonly PlanEdit[], { plan, links }: ThreadContext): string {
  const lines = describeEdits(plan, links, edits);
  const [only, second] = lines;
  if (only !== undefined && second === undefined) return `${head}: ${only}.`;
  return [`${head}:`, "", ...lines.map((line) => `- ${capitalised(line)}`)].join("\n");
}
