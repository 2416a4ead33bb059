/** Why an issue waits and for whom, or why it is worth starting: the answer of `/why`. */
import type { Level, PlannedItem } from "../../domain/plan.ts";
import { plural } from "../../render/count-text.ts";
import { plainReference } from "../../render/links.ts";
import { assigneesText, capitalised, milestoneName, safeProse } from "../../render/names.ts";
import { noteText } from "../../render/notes.ts";
import { whyReady } from "../../render/why-ready.ts";
import type { ThreadContext } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { asSentence } from "../sentence.ts";
import { chainBefore, chainBehind, rootsOf } from "./chain-around.ts";
import { chainLine } from "./chain-line.ts";
import { offer } from "./offer.ts";
import { waitingText } from "./waiting-text.ts";
import { quickestHelp } from "./who-can-help.ts";
import { whyClosed } from "./why-closed.ts";
import { whyEpic } from "./why-epic.ts";

/** Markdown of a few lines. */
export function whyIssue(item: PlannedItem, context: ThreadContext): string {
  if (item.resolution !== null) return whyClosed(item, context);
  const { plan, links } = context;
  const before = chainBefore(plan, item.number);
  const behind = chainBehind(plan, item.number);
  const parts = [
    ...standOf(item, context),
    ...(isWaiting(item) ? [waitingText(item, before, context)] : []),
    chainLine({ before, here: links.ref(item.number), behind }, links),
    ...(isWaiting(item) ? [wayOut(item, before, context)] : []),
    noteText(item),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function isWaiting({ openBlockers, hiddenBlockers }: PlannedItem): boolean {
  return openBlockers.length + hiddenBlockers > 0;
}

/** What is to be said of its own state, beside what it waits for. */
function standOf(item: PlannedItem, context: ThreadContext): readonly string[] {
  const ref = context.links.ref(item.number);
  const who = assigneesText(item.assignees);
  switch (item.state) {
    case "tracker":
      return [whyEpic(item, context)];
    case "on-hold":
      return [onHold(item, context)];
    case "blocked":
      return item.isInProgress ? [`${ref} has been started all the same (${who}).`] : [];
    case "in-progress":
      return [`**${ref} is in progress** (${who}). ${effectOf(item, context)}`];
    default:
      return [`**${ref} can start now.** ${effectOf(item, context)} ${howToTake(item, context)}`];
  }
}

function onHold(item: PlannedItem, context: ThreadContext): string {
  const { number, holdReason, assignees } = item;
  const reason = holdReason === null ? "" : `: ${safeProse(holdReason)}`;
  const head = asSentence(
    `**${context.links.ref(number)} is on hold** (${assigneesText(assignees)})${reason}`,
  );
  const resume = offer("resume", item, context);
  return resume === "" ? head : `${head} ${resume} takes it up again.`;
}

/** "Frees #404-407 at once, 6 issues in all, and M3 Core Loop waits behind it." */
function effectOf(item: PlannedItem, context: ThreadContext): string {
  const { plan, links } = context;
  const why = whyReady(item, {
    issues: (numbers, limit) => links.list(numbers, limit),
    milestone: (number) => `**${milestoneName(plan, number)}**`,
  });
  return `${capitalised(why)}.${heldBack(item, context)}`;
}

/** Work may be ready in a milestone that is not. */
function heldBack({ milestone }: PlannedItem, { plan, config }: ThreadContext): string {
  const own = plan.milestones.find(({ number }) => number === milestone);
  if (own?.state !== "blocked") return "";
  const question = commandLine(config, `why milestone ${own.number}`);
  return ` Its milestone ${milestoneName(plan, own.number)} waits, though: ${question}.`;
}

function howToTake(item: PlannedItem, context: ThreadContext): string {
  if (item.assignees.length > 0) return `It is assigned to ${assigneesText(item.assignees)}.`;
  const start = offer("start", item, context);
  return start === "" ? "Nobody has it yet." : `Nobody has it yet: ${start}.`;
}

/** How far it is from its start, what helps, and how to correct the chain. */
function wayOut(item: PlannedItem, before: readonly Level[], context: ThreadContext): string {
  const roots = rootsOf(context.plan, before);
  const steps = `${plural(before.length, "step")} until it can start.`;
  const help = roots.length === 0 ? "" : `${steps} ${quickestHelp(roots, context)}`;
  return [help, correction(item, context)].filter((line) => line !== "").join("\n");
}

function correction(item: PlannedItem, context: ThreadContext): string {
  const blocker = item.dependencies.findLast(
    ({ on, origin }) => origin === "native" && item.openBlockers.includes(on),
  );
  if (!blocker) return "";
  const unblock = offer(`unblock ${plainReference(blocker.on)}`, item, context);
  return unblock === "" ? "" : `A link is wrong? ${unblock}`;
}
