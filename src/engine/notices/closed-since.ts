/** Which issues were closed of late: of a list that goes on from the last one, only what changed is looked at. */
import { changedPlaces, createListMemory } from "../../domain/list-memory.ts";
import type { Instant, ObservedIssue } from "../../domain/observation.ts";
import { sortNumbers } from "../../domain/sort-numbers.ts";

interface Closed {
  readonly since: Instant;
  /** In the list, ascending. */
  readonly places: readonly number[];
}

const known = createListMemory<ObservedIssue, Closed>();

/** In the order of the list. */
export function closedSince(
  issues: readonly ObservedIssue[],
  since: Instant,
): readonly ObservedIssue[] {
  const isSince = (place: number) => {
    const closedAt = issues[place]?.closedAt ?? null;
    return closedAt !== null && closedAt >= since;
  };
  const places = candidates(issues, since).filter(isSince);
  known.keep(issues, { since, places });
  return places.flatMap((place) => issues[place] ?? []);
}

/** What was closed too early for an earlier question was so for this one, too. */
function candidates(issues: readonly ObservedIssue[], since: Instant): readonly number[] {
  const before = known.find(issues);
  if (before === undefined || before.result.since > since) return [...issues.keys()];
  const changed = changedPlaces(before.list, issues);
  if (changed === undefined) return [...issues.keys()];
  return sortNumbers([...new Set([...before.result.places, ...changed])]);
}
