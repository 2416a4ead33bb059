/** `/move`: into another milestone, or out of all, with the reason that the plan then shows. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { clipText } from "../../markdown/plain-line.ts";
import { milestoneTitle } from "../../render/names.ts";
import {
  type CommandContext,
  type CommandOutcome,
  defineCommand,
  mistake,
  type Reading,
} from "../command.ts";
import { commandLine } from "../command-line.ts";
import { listOpenMilestones, readMilestone } from "../milestone-argument.ts";
import { isNone } from "../text-argument.ts";
import { subIssuesLeft } from "./left-behind.ts";
import { readReason } from "./reason.ts";

/** Of what was taken for a milestone's name. */
const shown = 80;

interface Move {
  /** Null for none. */
  readonly to: PlannedMilestone | null;
  readonly reason: string | null;
}

export const move = defineCommand<Move>({
  name: "move",
  aliases: ["defer"],
  group: "Scope",
  aim: "issue",
  takesText: "because",
  summary: "Moves the issue to another milestone, and keeps the reason.",
  usage: "MILESTONE | none [because REASON]",
  rules: [
    "A milestone may be named by its title, the start of its title, its key or its number.",
    "The plan shows the reason where it shows the move, as long as the issue stays in that milestone.",
    "For an issue that is there already, a reason is kept all the same.",
  ],
  permission: "triage",
  examples: [
    {
      line: "/move M5 because the vendor answers in May",
      effect: "Moves the issue to M5; the plan tells why.",
    },
    { line: "/move M3 on #411, #412", effect: "Moves two issues to M3." },
    {
      line: "/move none because nobody needs it yet",
      effect: "Takes the issue out of its milestone.",
    },
  ],
  read: readMove,
  run: ({ to, reason }, context) => moveTo(to, reason, context),
});

function readMove(text: string, context: CommandContext): Reading<Move> {
  const { plan } = context;
  const parts = readReason(text);
  if (parts.kind === "mistake") return parts;
  const { before, reason } = parts.arguments;
  if (isNone(before)) return { kind: "read", arguments: { to: null, reason } };
  const reading = readMilestone(before, plan);
  if (reading.kind === "mistake") return withHint(reading, before, context);
  if (reading.arguments.isClosed) {
    const name = `**${milestoneTitle(reading.arguments)}**`;
    return mistake(`${name} is closed. Open are: ${listOpenMilestones(plan)}.`);
  }
  return { kind: "read", arguments: { to: reading.arguments, reason } };
}

/** A reason without "because" looks like a part of the milestone's name. */
function withHint(
  reading: Extract<Reading<never>, { kind: "mistake" }>,
  name: string,
  { plan, config }: CommandContext,
): Reading<never> {
  const [, first = "", rest = ""] = /^(\S+?)[,;:]?\s+(.+)$/.exec(name) ?? [];
  if (first === "" || readMilestone(first, plan).kind === "mistake") return reading;
  const meant = commandLine(config, `move ${first} because ${clipText(rest, shown)}`);
  return mistake(`${reading.says} With a reason: ${meant}.`);
}

function moveTo(
  to: PlannedMilestone | null,
  reason: string | null,
  context: CommandContext,
): CommandOutcome {
  const { issue, links } = context;
  const milestone = to?.number ?? null;
  const isThere = issue.milestone === milestone;
  const note = noteFor(isThere, milestone, reason, context);
  if (isThere && note.length === 0) {
    const place = to === null ? "in no milestone" : `in **${milestoneTitle(to)}**`;
    const why = reason === null ? "" : ", for this reason";
    return { kind: "already", says: `${links.ref(issue.number)} is ${place} already${why}.` };
  }
  if (isThere) return { kind: "done", edits: note, says: null };
  const edit = { kind: "set-milestone", issue: issue.number, milestone } as const;
  return { kind: "done", edits: [edit, ...note], says: subIssuesLeft(context) };
}

/** A new reason; or that the one of an earlier move is forgotten, lest it come back with its milestone. */
function noteFor(
  isThere: boolean,
  milestone: number | null,
  reason: string | null,
  { issue }: CommandContext,
): readonly PlanEdit[] {
  const note = { kind: "note", issue: issue.number, about: "moved" } as const;
  if (reason !== null) {
    return isThere && issue.moveReason === reason ? [] : [{ ...note, text: reason, milestone }];
  }
  return isThere || issue.moveReason === null ? [] : [{ ...note, text: null }];
}
