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
  shortNameOf,
  titleOf,
} from "../names.ts";
import { byWorth, dependentsText } from "../why-ready.ts";
import type { StatusContext, StatusSection } from "./status-section.ts";

export const nextUp: StatusSection = (context, milestone) => {
  const { plan } = context;
  const ready = byWorth(plan, milestone.ready, milestone.startHere);
  const start = ready.find((item) => item.number === milestone.startHere);
  const others = ready.filter((item) => item !== start);
  return [
    start ? startHere(context, start) : nothingReady(milestone),
    list(context, start ? "Also ready" : "Ready", others),
    list(context, "In progress", itemsOf(context, milestone.inProgress), true),
    list(context, "On hold", itemsOf(context, milestone.onHold), true),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

function startHere(context: StatusContext, item: PlannedItem): string {
  const { plan, links } = context;
  const title = titleOf(plan, item.number);
  const name = title === null ? "" : ` ${title}${/[.!?…]$/.test(title) ? "" : "."}`;
  return [
    "> [!IMPORTANT]",
    `> **Next: ${links.ref(item.number)}**${name} ${capitalised(assigneesText(item.assignees))}.`,
    `> ${capitalised(effect(context, item))}.`,
  ].join("\n");
}

/** "frees 4 issues at once, 6 in all, and stands between you and **M3 Core Loop**". */
function effect({ plan, limit }: StatusContext, item: PlannedItem): string {
  const all = item.dependentCount > item.frees.length ? dependentsText(item.dependentCount) : "";
  const freed =
    item.frees.length > 0
      ? [
          `frees ${plural(item.frees.length, "issue")} at once${all && `, ${shortened(all)} in all`}`,
        ]
      : [`${dependentsText(item.dependentCount)} wait for it`];
  const behind = item.standsBefore.map((number) => `**${milestoneName(plan, number)}**`);
  const stands =
    behind.length > 0 ? [`stands between you and ${joinWords(limited(behind, limit))}`] : [];
  return [...freed, ...stands].join(", and ");
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
  withAssignees = false,
): string {
  if (items.length === 0) return "";
  const words = firstOf(items, Math.min(limit, mostNamed), (item) => {
    const text = named(links.ref(item.number), shortNameOf(plan, item.number));
    return withAssignees ? `${text} (${assigneesText(item.assignees)})` : text;
  });
  return `${word}: ${words.join(" · ")}`;
}
