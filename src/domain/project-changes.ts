/**
 * What has changed since the last plan of the same project, where that is little enough to go on from there: issues
 * were closed, retitled, relabelled, moved. Whatever else has changed, the plan is computed as if for the first time.
 */
import { changedPlaces } from "./list-memory.ts";
import type { Dependency, Project, WorkItem } from "./project.ts";
import { sameList } from "./same-list.ts";

export interface ItemChange {
  readonly before: WorkItem;
  readonly now: WorkItem;
}

type Known = Pick<Project, "foreign" | "rules">;

/** `before` and `now` are items ascending by number. Undefined where more than that has changed. */
export function findChanges(
  before: readonly WorkItem[],
  now: readonly WorkItem[],
  known: { readonly before: Known; readonly now: Known },
): readonly ItemChange[] | undefined {
  const places = changedPlaces(before, now);
  if (!(places && isSameAround(known.before, known.now))) return undefined;
  const changes: ItemChange[] = [];
  for (const place of places) {
    const [earlier, later] = [before[place], now[place]];
    if (!(earlier && later && hasSameRelations(earlier, later))) return undefined;
    changes.push({ before: earlier, now: later });
  }
  return changes;
}

/** An issue that is opened again may block, and be blocked by, anything. */
function hasSameRelations(before: WorkItem, now: WorkItem): boolean {
  return (
    !(before.resolution !== null && now.resolution === null) &&
    before.parent === now.parent &&
    before.isTracker === now.isTracker &&
    before.hiddenBlockers === now.hiddenBlockers &&
    sameDependencies(before.dependencies, now.dependencies)
  );
}

export function sameDependencies(
  some: readonly Dependency[],
  others: readonly Dependency[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ on, origin }, place) => {
      return on === others[place]?.on && origin === others[place].origin;
    })
  );
}

function isSameAround(before: Known, now: Known): boolean {
  return (
    before.rules.unit === now.rules.unit &&
    before.rules.countEpics === now.rules.countEpics &&
    sameList(before.rules.dimensions, now.rules.dimensions) &&
    before.foreign.size === now.foreign.size &&
    [...now.foreign].every(([issue, { state }]) => before.foreign.get(issue)?.state === state)
  );
}
