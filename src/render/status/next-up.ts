/** What to do now: the issue to start with and why, what else is ready, begun or on hold. */
import type { PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { plural } from "../count-text.ts";
import {
  assigneesText,
  capitalised,
  firstOf,
  joinWords,
  limited,
  milestoneName,
  named,
  safeProse,
  shortNameOf,
  titleOf,
} from "../names.ts";
import { noteText } from "../notes.ts";
import { byWorth, dependentsText } from "../why-ready.ts";
import type { StatusContext, StatusSection } from "./status-section.ts";

type Framing = (lines: readonly string[]) => readonly string[];

export const nextUp: StatusSection = (context, milestone) =>
  renderNextUp(context, milestone, asAlert);

/** The same for a reply, where it may stand in a list: there is no alert in a list. */
export const nextUpInReply: StatusSection = (context, milestone) =>
  renderNextUp(context, milestone, (lines) => lines);

const asAlert: Framing = (lines) => ["> [!IMPORTANT]", ...lines.map((line) => `> ${line}`)];

function renderNextUp(context: StatusContext, milestone: PlannedMilestone, frame: Framing): string {
  const { plan } = context;
  const ready = byWorth(plan, milestone.ready, milestone.startHere);
  const start = ready.find((item) => item.number === milestone.startHere);
  const others = ready.filter((item) => item !== start);
  return [
    start ? frame(nextLines(context, start)).join("\n") : nothingReady(milestone),
    list(context, start ? "Also ready" : "Ready", others, nothingMore),
    list(context, "In progress", itemsOf(context, milestone.inProgress), holders),
    list(context, "On hold", itemsOf(context, milestone.onHold), holdersAndReason),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Which issue to take up, what that does, and what people noted about it. */
export function nextLines(context: StatusContext, item: PlannedItem): readonly string[] {
  const { plan, links } = context;
  const title = titleOf(plan, item.number);
  const name = title === null ? "" : ` ${title}${/[.!?…]$/.test(title) ? "" : "."}`;
  const note = noteText(item);
  return [
    `**Next: ${links.ref(item.number)}**${name} ${capitalised(assigneesText(item.assignees))}.`,
    `${capitalised(effect(context, item))}.`,
    ...(note === "" ? [] : [note]),
  ];
}

/** "frees 4 issues directly, 6 in all, and stands between you and **M3 Core Loop**". */
function effect({ plan, limit }: StatusContext, item: PlannedItem): string {
  const behind = item.standsBefore.map((number) => `**${milestoneName(plan, number)}**`);
  const stands =
    behind.length > 0 ? [`stands between you and ${joinWords(limited(behind, limit))}`] : [];
  const parts = [...freeing(item), ...stands];
  return parts.length === 0 ? "nothing waits for it" : parts.join(", and ");
}

function freeing({ dependentCount, frees }: PlannedItem): readonly string[] {
  if (dependentCount === 0) return [];
  if (frees.length === 0) return [`${dependentsText(dependentCount)} wait for it`];
  const all =
    dependentCount > frees.length ? `, ${shortened(dependentsText(dependentCount))} in all` : "";
  return [`frees ${plural(frees.length, "issue")} directly${all}`];
}

/** The word "issues" has just been said. */
function shortened(text: string): string {
  return text.replace(/ issues?$/, "");
}

function nothingReady(milestone: PlannedMilestone): string {
  const { ready, inProgress, blocked, onHold, remaining } = milestone;
  if (ready.length > 0 || inProgress.length > 0 || remaining.length === 0) return "";
  if (blocked.length > 0) return "**Nothing is ready:** all open work waits for something else.";
  if (onHold.length > 0) return "**Nothing is ready:** all open work is on hold.";
  return "**Only epics are open.** Close them if their work is done, or add issues to them.";
}

function itemsOf({ plan }: StatusContext, numbers: readonly number[]): readonly PlannedItem[] {
  return numbers.flatMap((number) => plan.items.get(number) ?? []);
}

/** More are a list to read, not a choice to make. */
const mostNamed = 8;

function list(
  { plan, links, limit }: StatusContext,
  word: string,
  items: readonly PlannedItem[],
  detailOf: (item: PlannedItem) => string,
): string {
  if (items.length === 0) return "";
  const words = firstOf(items, Math.min(limit, mostNamed), (item) => {
    const text = named(links.ref(item.number), shortNameOf(plan, item.number));
    const detail = detailOf(item);
    return detail === "" ? text : `${text} (${detail})`;
  });
  return `${word}: ${words.join(" · ")}`;
}

function nothingMore(): string {
  return "";
}

function holders({ assignees }: PlannedItem): string {
  return assigneesText(assignees);
}

function holdersAndReason(item: PlannedItem): string {
  const reason = item.holdReason === null ? "" : safeProse(item.holdReason);
  return reason === "" ? holders(item) : `${holders(item)}: ${reason}`;
}
