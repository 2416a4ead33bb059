/** `/parent`: the issue becomes a sub-issue. */
import type { PlannedItem } from "../../domain/plan.ts";
import { type CommandContext, type CommandOutcome, defineCommand, refuse } from "../command.ts";
import { readOneOwnIssue } from "../issues-argument.ts";
import { isNone } from "../text-argument.ts";
import { findFamilyCycle } from "./family.ts";

/** Null takes the issue from its parent. */
type Parent = number | null;

export const parent = defineCommand<{ readonly to: Parent }>({
  name: "parent",
  aliases: [],
  group: "Dependencies",
  aim: "issue",
  takesText: false,
  summary: "Makes the issue a sub-issue of another one.",
  usage: "ISSUE | none",
  rules: [
    "An issue has one parent at most: a new one takes the place of the one before.",
    "`none` takes the issue out of its parent.",
  ],
  permission: "triage",
  examples: [
    { line: "/parent #69", effect: "The issue becomes a sub-issue of #69." },
    { line: "/parent none on #404-407", effect: "Four issues leave their parent." },
  ],
  read(text, context) {
    if (isNone(text)) return { kind: "read", arguments: { to: null } };
    const reading = readOneOwnIssue(text, context, "parent #69");
    if (reading.kind === "mistake") return reading;
    return { kind: "read", arguments: { to: reading.arguments } };
  },
  run: ({ to }, context) => (to === null ? leave(context) : join(to, context)),
});

function leave({ issue, links }: CommandContext): CommandOutcome {
  const ref = links.ref(issue.number);
  if (issue.parent === null) return { kind: "already", says: `${ref} has no parent.` };
  if (typeof issue.parent === "string") {
    return refuse(
      `${ref} has a parent in another repository: take it out there, in ${links.ref(issue.parent)}.`,
    );
  }
  const edit = { kind: "set-parent", issue: issue.number, parent: null } as const;
  return { kind: "done", edits: [edit], says: null };
}

function join(to: number, context: CommandContext): CommandOutcome {
  const { issue, links } = context;
  if (issue.parent === to) {
    const says = `${links.ref(issue.number)} is a sub-issue of ${links.ref(to)} already.`;
    return { kind: "already", says };
  }
  const cycle = findFamilyCycle([{ child: issue.number, parent: to }], context);
  if (cycle !== null) return refuse(cycle);
  const edit = { kind: "set-parent", issue: issue.number, parent: to } as const;
  return { kind: "done", edits: [edit], says: leftParent(issue, context) };
}

function leftParent(
  { number, parent: before }: PlannedItem,
  { links }: CommandContext,
): string | null {
  if (before === null) return null;
  return `${links.ref(number)} was a sub-issue of ${links.ref(before)} until now.`;
}
