/**
 * What issues that were just read, and the list of milestones, tell of all the others: events that renamed a
 * label or deleted a milestone may come late, twice, in another order or not at all, and move no date.
 */
import { ByNumber } from "../domain/by-number.ts";
import { changedPlaces, createListMemory } from "../domain/list-memory.ts";
import type { ObservedIssue, ObservedMilestone } from "../domain/observation.ts";

type Issues = ByNumber<ObservedIssue>;

/** What issues have said of labels and milestones since all of them were last looked at. */
interface Said {
  /** By a label's id. */
  readonly names: Map<string, Set<string>>;
  readonly milestones: Set<number>;
}

const said = createListMemory<ObservedIssue, Said>();

/**
 * What the issues that were just read, and the list of milestones, tell of all the others. These are looked at only
 * where one of them, by what issues have said so far, has a name or a milestone that is no more.
 */
export function heal(
  issues: Issues,
  milestones: readonly ObservedMilestone[],
  read: readonly ObservedIssue[],
): void {
  const { names, milestones: used } = whatIsSaid(ByNumber.listOf(issues));
  const now = namesIn(read);
  const isRenamed = [...now].some(([id, name]) =>
    [...(names.get(id) ?? [])].some((one) => one !== name),
  );
  const listed = new Set(milestones.map(({ number }) => number));
  const isGone = [...used].some((number) => !listed.has(number));
  if (isRenamed) takeNamesOf(issues, read);
  if (isGone) leaveGoneMilestones(issues, milestones, read);
  if (isRenamed || isGone) {
    const list = ByNumber.listOf(issues);
    said.keep(list, listen(list, nothingSaid()));
  }
}

/** Names that were given up may be among them: nobody is asked which others still have one. */
function whatIsSaid(list: readonly ObservedIssue[]): Said {
  const before = said.find(list);
  const places = before && changedPlaces(before.list, list);
  const changed = places?.map((place) => list[place]).filter((issue) => issue !== undefined);
  return said.keep(
    list,
    listen(changed ?? list, changed && before ? copyOf(before.result) : nothingSaid()),
  );
}

function nothingSaid(): Said {
  return { names: new Map(), milestones: new Set() };
}

function copyOf({ names, milestones }: Said): Said {
  const copies = [...names].map(([id, some]) => [id, new Set(some)] as const);
  return { names: new Map(copies), milestones: new Set(milestones) };
}

function listen(issues: readonly ObservedIssue[], { names, milestones }: Said): Said {
  for (const { labels, milestone } of issues) {
    if (milestone !== null) milestones.add(milestone);
    for (const { id, name } of labels) {
      const known = names.get(id);
      if (known) known.add(name);
      else names.set(id, new Set([name]));
    }
  }
  return { names, milestones };
}

function namesIn(issues: readonly ObservedIssue[]): ReadonlyMap<string, string> {
  return new Map(issues.flatMap(({ labels }) => labels.map(({ id, name }) => [id, name])));
}

/** A label has one name: the one that it has on issues that were read now. */
function takeNamesOf(issues: Issues, read: readonly ObservedIssue[]): void {
  const names = namesIn(read);
  if (names.size === 0) return;
  const isOld = ({ id, name }: ObservedIssue["labels"][number]) => (names.get(id) ?? name) !== name;
  for (const issue of issues.values()) {
    if (!issue.labels.some(isOld)) continue;
    const labels = issue.labels.map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
    issues.set(issue.number, { ...issue, labels });
  }
}

/** Nothing is in a milestone that does not exist; an issue read now may be in one that is newer than the list. */
function leaveGoneMilestones(
  issues: Issues,
  milestones: readonly ObservedMilestone[],
  read: readonly ObservedIssue[],
): void {
  const numbers = new Set(milestones.map(({ number }) => number));
  const fresh = new Set(read.map(({ number }) => number));
  for (const issue of issues.values()) {
    if (issue.milestone === null || numbers.has(issue.milestone) || fresh.has(issue.number))
      continue;
    issues.set(issue.number, { ...issue, milestone: null });
  }
}

/** For each of these labels one issue that carries it, whose reading tells its name. */
export function carriersOf(
  labels: ReadonlySet<string>,
  issues: ReadonlyMap<number, ObservedIssue>,
): readonly number[] {
  if (labels.size === 0) return [];
  const carriers = new Map<string, number>();
  for (const issue of issues.values()) {
    for (const { id } of issue.labels) if (labels.has(id)) carriers.set(id, issue.number);
  }
  return [...carriers.values()];
}
