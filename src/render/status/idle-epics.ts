/**
 * Epics that have no open work left in their milestone: where the rest of each went, so that whoever
 * decides knows whether to move or to close it.
 */
import type { Plan, PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { sortNumbers } from "../../domain/sort-numbers.ts";
import { isComplete, plural, rangeText } from "../count-text.ts";
import { joinWords, limited, milestoneName, milestoneTitle, named, shortNameOf } from "../names.ts";
import type { StatusContext } from "./status-section.ts";

/** A sentence or two for each, and one for what it would cost to leave them open. */
export function idleEpics(context: StatusContext, milestone: PlannedMilestone): readonly string[] {
  const { plan, limit } = context;
  const idle = milestone.idleTrackers;
  const sentences = idle
    .slice(0, limit)
    .flatMap((number) => plan.items.get(number) ?? [])
    .map((epic) => whereItWent(context, epic, milestone));
  return sentences.length === 0 ? [] : [...sentences, ...costOfWaiting(plan, milestone)];
}

function whereItWent(
  { plan, links, limit }: StatusContext,
  epic: PlannedItem,
  milestone: PlannedMilestone,
): string {
  const { done, total } = epic.progress ?? { done: 0, total: 0 };
  const progress = total === 0 ? "" : ` (${done} of ${total} done)`;
  const name = `Epic ${named(links.ref(epic.number), shortNameOf(plan, epic.number))}${progress}`;
  const title = milestoneTitle(milestone);
  const places = limited(openPlaces(plan, epic.number), limit);
  if (places.length === 0) return `${name} has no open work left: close it.`;
  return `${name} has no open work left in ${title}: ${joinWords(places)}. ${places.length === 1 ? "Move it there" : "Move it to one of them"} or close it.`;
}

/** "3 sub-issues are in M5", by milestone, over all that lie below and are open. */
function openPlaces(plan: Plan, epic: number): readonly string[] {
  const open = descendants(plan, epic).filter((item) => item.resolution === null);
  return [...Map.groupBy(open, (item) => item.milestone)].map(([milestone, items]) => {
    const place = milestone === null ? "no milestone" : milestoneName(plan, milestone);
    return `${plural(items.length, "sub-issue")} ${items.length === 1 ? "is" : "are"} in ${place}`;
  });
}

function descendants({ items, children }: Plan, epic: number): readonly PlannedItem[] {
  const found = new Set(children.get(epic));
  for (const number of found) {
    for (const child of children.get(number) ?? []) found.add(child);
  }
  return sortNumbers([...found]).flatMap((number) => items.get(number) ?? []);
}

function costOfWaiting(plan: Plan, milestone: PlannedMilestone): readonly string[] {
  const { idleTrackers: idle, count } = milestone;
  const counts = plan.unit === "issues" && milestone.counted.includes(idle[0] ?? 0);
  if (!counts || isComplete(count)) return [];
  const stops = idle.length === 1 ? "that epic stops" : `these ${idle.length} epics stop`;
  return [
    `Left open, ${stops} ${milestoneTitle(milestone)} at ${count.total.low - idle.length} of ${rangeText(count.total)}.`,
  ];
}
