/** Whom an issue waits for, directly and in the end, as one sentence. */
import type { Level, PlannedItem } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { plural } from "../../render/count-text.ts";
import { findingText } from "../../render/finding-text.ts";
import type { Links } from "../../render/links.ts";
import type { ThreadContext } from "../command.ts";
import { rootsOf } from "./chain-around.ts";
import { standing, whoseMove } from "./who-can-help.ts";

type Context = Pick<ThreadContext, "plan" | "links">;

/** "**#410 waits for 4 issues, and all 4 wait for one: #408** (ready, unassigned)." */
export function waitingText(item: PlannedItem, before: readonly Level[], context: Context): string {
  const { openBlockers, hiddenBlockers } = item;
  const hidden = hiddenBlockers === 0 ? "" : hiddenText(item, context);
  const known =
    openBlockers.length === 0 ? "" : knownText(item, rootsOf(context.plan, before), context);
  const sentences = [known, hidden].filter((text) => text !== "").join(" ");
  const cycle = cycleText(item, before, context);
  return cycle === "" ? sentences : `${sentences}\n\n${cycle}`;
}

function knownText(
  { number, openBlockers: direct }: PlannedItem,
  roots: readonly IssueReference[],
  { plan, links }: Context,
): string {
  const head = `${links.ref(number)} waits for ${countedName(direct, links)}`;
  if (roots.length === 0) return `**${head}.**`;
  const [root, second] = roots;
  if (root !== undefined && second === undefined) {
    return `**${head}${bridgeTo(root, direct, links)}** (${standing(plan, root)}).`;
  }
  const isDirect = roots.length === direct.length && roots.every((one) => direct.includes(one));
  const end = isDirect ? ":" : `, and in the end for these ${roots.length}:`;
  return `**${head}${end}** ${whoseMove(plan, roots, links)}.`;
}

/** From the direct blockers to the one that stands behind all of them; empty where it is the only one. */
function bridgeTo(root: IssueReference, direct: readonly IssueReference[], links: Links): string {
  const [only, second] = direct;
  if (only === root && second === undefined) return "";
  if (second === undefined) return `, behind which stands ${links.ref(root)}`;
  return direct.includes(root)
    ? `, and it comes down to one: ${links.ref(root)}`
    : `, and all ${direct.length} wait for one: ${links.ref(root)}`;
}

function countedName(direct: readonly IssueReference[], links: Links): string {
  const [only, second] = direct;
  return only !== undefined && second === undefined
    ? links.ref(only)
    : plural(direct.length, "issue");
}

function hiddenText({ number, hiddenBlockers, openBlockers }: PlannedItem, { links }: Context) {
  const subject = openBlockers.length === 0 ? `**${links.ref(number)} waits**` : "It waits, too,";
  return `${subject} for ${plural(hiddenBlockers, "issue")} that I may not show here.`;
}

/** Where the chain runs in a circle, no closing of issues frees anything. */
function cycleText(
  { number }: PlannedItem,
  before: readonly Level[],
  { plan, links }: Context,
): string {
  const chain = new Set<IssueReference>([number, ...before.flatMap(({ members }) => members)]);
  const cycle = plan.findings.find(
    ({ rule, issues }) => rule === "dependency-cycle" && issues.some((one) => chain.has(one)),
  );
  return cycle ? findingText(cycle, links) : "";
}
