/**
 * How people name a milestone: by number, title, key ("M3", "5.1", "DB-ML1") or a prefix of the
 * title that fits one only. An earlier title still resolves, and says so.
 */
import type { Milestone } from "./project.ts";

type Named = Pick<Milestone, "number" | "title" | "earlierTitles">;

export type MilestoneMatch<M extends Named> =
  | { readonly kind: "found"; readonly milestone: M; readonly byEarlierTitle: boolean }
  | { readonly kind: "ambiguous"; readonly candidates: readonly M[] }
  | { readonly kind: "unknown" };

/** "Milestone 5.1: In-Memory Store" has the key "5.1", "M3 Core Loop" has "M3"; many have none. */
export function milestoneKey(title: string): string | null {
  const match = /^(?:(?:milestone|phase|sprint|release)\s+)?([\p{L}\d][\p{L}\d.-]*)/iu.exec(
    title.trim(),
  );
  const key = match?.[1]?.replace(/[.-]+$/, "") ?? "";
  return /\d/.test(key) ? key : null;
}

/** Finds by, in this order: whole title, number, key, unique prefix, earlier title. */
export function findMilestone<M extends Named>(
  milestones: readonly M[],
  name: string | number,
): MilestoneMatch<M> {
  const wanted = normalise(String(name));
  if (wanted === "") return { kind: "unknown" };
  const number = Number(/^(?:milestone )?#?(\d+)$/.exec(wanted)?.[1]);
  const names = namesOf(milestones);
  const ways: readonly (() => readonly number[] | undefined)[] = [
    () => names.byTitle.get(wanted),
    () => names.byNumber.get(number),
    () => names.byKey.get(wanted),
    () => byPrefix(names.titles, wanted),
  ];
  for (const find of ways) {
    const decided = only(milestonesAt(find() ?? [], milestones), false);
    if (decided) return decided;
  }
  const earlier = milestones.filter((milestone) =>
    milestone.earlierTitles.some((title) => normalise(title) === wanted),
  );
  return only(earlier, true) ?? { kind: "unknown" };
}

/** The milestones whose keys lie between two keys, "5.1" to "5.3"; parts compare as numbers. */
export function milestonesBetween<M extends Named>(
  milestones: readonly M[],
  first: string,
  last: string,
): readonly M[] {
  return milestones.filter((milestone) => {
    const key = milestoneKey(milestone.title);
    if (key === null) return false;
    return compareKeys(first, key) <= 0 && compareKeys(key, last) <= 0;
  });
}

/** "5.9" comes before "5.10", "M3" before "M12". */
export function compareKeys(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true, sensitivity: "base" });
}

/** Those with exactly this key. */
export function milestonesWithKey<M extends Named>(
  milestones: readonly M[],
  key: string,
): readonly M[] {
  const places = namesOf(milestones).byKey.get(key.toLowerCase()) ?? [];
  return milestonesAt(places, milestones).filter(({ title }) => milestoneKey(title) === key);
}

/** The names of a list of milestones, with the places in it. */
interface Names {
  readonly titles: readonly string[];
  readonly byTitle: ReadonlyMap<string, readonly number[]>;
  readonly byNumber: ReadonlyMap<number, readonly number[]>;
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

/** Each milestone may name others of the same list, so it is read once. */
const known = new WeakMap<readonly Named[], Names>();

function namesOf(milestones: readonly Named[]): Names {
  const names = known.get(milestones) ?? readNames(milestones);
  known.set(milestones, names);
  return names;
}

function readNames(milestones: readonly Named[]): Names {
  const places = [...milestones.keys()];
  const titles = milestones.map(({ title }) => normalise(title));
  const keys = milestones.map(({ title }) => milestoneKey(title)?.toLowerCase() ?? "");
  return {
    titles,
    byTitle: Map.groupBy(places, (place) => titles[place] ?? ""),
    byNumber: Map.groupBy(places, (place) => milestones[place]?.number ?? 0),
    byKey: Map.groupBy(places, (place) => keys[place] ?? ""),
  };
}

function milestonesAt<M extends Named>(
  places: readonly number[],
  milestones: readonly M[],
): readonly M[] {
  return places.map((place) => milestones[place]).filter((one) => one !== undefined);
}

/** A prefix that ends at a word's end is better than one that cuts a word. */
function byPrefix(titles: readonly string[], wanted: string): readonly number[] {
  const places = [...titles.keys()];
  const found = places.filter((place) => titles[place]?.startsWith(wanted));
  const whole = found.filter((place) =>
    /^$|^[^\p{L}\d.]/u.test((titles[place] ?? "").slice(wanted.length)),
  );
  return whole.length > 0 ? whole : found;
}

function only<M extends Named>(
  found: readonly M[],
  byEarlierTitle: boolean,
): MilestoneMatch<M> | undefined {
  const [milestone, second] = found;
  if (!milestone) return undefined;
  if (second) return { kind: "ambiguous", candidates: found };
  return { kind: "found", milestone, byEarlierTitle };
}

function normalise(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
