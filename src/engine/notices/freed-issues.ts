/** Which closings have just freed issues, and which of them are worth a comment now. Pure. */
import { ByNumber } from "../../domain/by-number.ts";
import { addMinutes, millisecondsBetween } from "../../domain/calendar.ts";
import { indexDependents } from "../../domain/dependents.ts";
import type { Instant, ObservedIssue } from "../../domain/observation.ts";
import type { Plan, PlannedItem } from "../../domain/plan.ts";
import { sortNumbers } from "../../domain/sort-numbers.ts";
import { closedSince } from "./closed-since.ts";

export interface FreedNotice {
  /** The closed blocker, where the comment goes. */
  readonly blocker: ObservedIssue;
  readonly closedAt: Instant;
  /** Open issues that wait for nothing any more, by number. */
  readonly freed: readonly PlannedItem[];
}

export interface FreedNotices {
  readonly due: readonly FreedNotice[];
  /** Until the next one is due; null where none is waiting. */
  readonly nextInMilliseconds: number | null;
}

export interface FreedQuestion {
  readonly plan: Plan;
  readonly issues: ReadonlyMap<number, ObservedIssue>;
  /** When the status issue was created: what was closed before is no news of Milepost's. */
  readonly startedAt: Instant;
  readonly now: Instant;
}

/** Who closes by mistake reopens soon. */
const stayedClosedMinutes = 10;
const newsForMinutes = 3 * 24 * 60;

export function findFreed({ plan, issues, startedAt, now }: FreedQuestion): FreedNotices {
  const oldest = addMinutes(now, -newsForMinutes);
  const ripeAt = addMinutes(now, -stayedClosedMinutes);
  const since = startedAt > oldest ? startedAt : oldest;
  const byBlocker = groupByLastBlocker(plan, issues, since);
  const due: FreedNotice[] = [];
  let next: Instant | null = null;
  for (const [number, freed] of byBlocker) {
    const blocker = issues.get(number);
    const closedAt = blocker?.closedAt ?? null;
    if (!blocker || closedAt === null) continue;
    if (closedAt <= ripeAt) due.push({ blocker, closedAt, freed });
    else if (next === null || closedAt < next) next = closedAt;
  }
  return { due, nextInMilliseconds: next === null ? null : untilRipe(next, now) };
}

function untilRipe(closedAt: Instant, now: Instant): number {
  return millisecondsBetween(now, addMinutes(closedAt, stayedClosedMinutes));
}

/** Free issues that waited, under the one of their blockers that was closed last, if that was since then. */
function groupByLastBlocker(
  plan: Plan,
  issues: ReadonlyMap<number, ObservedIssue>,
  since: Instant,
): ReadonlyMap<number, readonly PlannedItem[]> {
  const groups = new Map<number, PlannedItem[]>();
  const dependents = indexDependents(ByNumber.listOf(plan.items));
  const closed = closedSince(ByNumber.listOf(issues), since);
  const waited = closed.flatMap(({ number }) => dependents.get(number) ?? []);
  for (const number of sortNumbers([...new Set(waited)])) {
    const item = plan.items.get(number);
    if (!(item && isFree(item))) continue;
    const last = lastBlockerOf(item, issues);
    if (last === null || last.closedAt < since) continue;
    const group = groups.get(last.number) ?? [];
    group.push(item);
    groups.set(last.number, group);
  }
  return groups;
}

function isFree({
  resolution,
  isTracker,
  openBlockers,
  hiddenBlockers,
  dependencies,
}: PlannedItem) {
  const isWaiting = openBlockers.length > 0 || hiddenBlockers > 0;
  return resolution === null && !isTracker && !isWaiting && dependencies.length > 0;
}

function lastBlockerOf(
  { dependencies }: PlannedItem,
  issues: ReadonlyMap<number, ObservedIssue>,
): { readonly number: number; readonly closedAt: Instant } | null {
  let last: { number: number; closedAt: Instant } | null = null;
  for (const { on } of dependencies) {
    const closedAt = typeof on === "number" ? issues.get(on)?.closedAt : null;
    if (typeof on !== "number" || !closedAt) continue;
    if (last === null || closedAt > last.closedAt) last = { number: on, closedAt };
  }
  return last;
}
