/**
 * From GitHub's history, which knows milestones by the title of that day, to the milestones that an
 * issue has left. Earlier titles come from the notebook; a title that nobody knows says nothing.
 */
import { dayOf } from "../domain/calendar.ts";
import type { MilestoneChange } from "../domain/observation.ts";
import type { EarlierMilestone, Milestone } from "../domain/project.ts";

/** Title → milestone number; a present title wins over an earlier one. */
export function indexTitles(
  milestones: readonly Pick<Milestone, "number" | "title" | "earlierTitles">[],
): ReadonlyMap<string, number> {
  const earlier = milestones.flatMap(({ number, earlierTitles }) =>
    earlierTitles.map((title): [string, number] => [title, number]),
  );
  const present = milestones.map(({ number, title }): [string, number] => [title, number]);
  return new Map([...earlier, ...present]);
}

const none: readonly EarlierMilestone[] = [];

/** Each milestone left, once, with the day it was last left on; ascending by number. */
export function readEarlierMilestones(
  history: readonly MilestoneChange[],
  present: number | null,
  numberOf: ReadonlyMap<string, number>,
  timezone: string,
): readonly EarlierMilestone[] {
  if (history.length === 0) return none;
  const leftAt = new Map<number, string>();
  let last: number | undefined;
  for (const change of history.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const number = numberOf.get(change.title);
    const left = change.kind === "removed" ? number : last;
    if (left !== undefined && (change.kind === "removed" || left !== number)) {
      leftAt.set(left, change.at);
    }
    if (change.kind === "added") last = number;
    else if (last === number) last = undefined;
  }
  return [...leftAt]
    .filter(([milestone]) => milestone !== present)
    .map(([milestone, at]) => ({ milestone, leftOn: dayOf(at, timezone) }))
    .sort((a, b) => a.milestone - b.milestone);
}
