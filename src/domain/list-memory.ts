/**
 * What was made of a list the last time, so that only what hangs on changed members is made again. A list is known
 * again by its first or its last member; neither it nor what was made of it is ever changed.
 */
import { noteOrigin, placesSince } from "./list-origins.ts";

export interface Made<T, R> {
  readonly list: readonly T[];
  readonly result: R;
}

export interface ListMemory<T, R> {
  /** For the last list with the same first or last member. */
  find(list: readonly T[]): Made<T, R> | undefined;
  keep(list: readonly T[], result: R): R;
}

export function createListMemory<T extends object, R>(): ListMemory<T, R> {
  // One place for a list however it grows and shrinks: an end that it had once must not keep what it was then.
  const places = new WeakMap<T, { made: Made<T, R> | undefined }>();
  const ends = (list: readonly T[]) => [list[0], list.at(-1)].filter((end) => end !== undefined);
  const placeOf = (list: readonly T[]) => {
    const [first, last] = ends(list);
    return (first && places.get(first)) ?? (last && places.get(last));
  };
  return {
    find: (list) => placeOf(list)?.made,
    keep(list, result) {
      const place = placeOf(list) ?? { made: undefined };
      place.made = { list, result };
      for (const end of ends(list)) places.set(end, place);
      return result;
    },
  };
}

interface Numbered {
  readonly number: number;
}

/** Where two lists of the same numbers in the same order differ; undefined where the numbers differ. */
export function changedPlaces<T extends Numbered>(
  before: readonly T[],
  now: readonly T[],
): readonly number[] | undefined {
  if (before.length !== now.length) return undefined;
  const places = placesSince(before, now);
  const changed = places?.filter((place) => now[place] !== before[place]) ?? compare(before, now);
  const isSame = changed.every((place) => now[place]?.number === before[place]?.number);
  return isSame ? changed : undefined;
}

function compare<T>(before: readonly T[], now: readonly T[]): readonly number[] {
  const changed: number[] = [];
  for (let place = 0; place < now.length; place += 1) {
    if (now[place] !== before[place]) changed.push(place);
  }
  return changed;
}

/** An ascending list, with these members in the places of those with their numbers; others are left out. */
export function withMembers<T extends Numbered>(
  list: readonly T[],
  members: readonly T[],
): readonly T[] {
  const now = list.slice();
  const places: number[] = [];
  for (const member of members) {
    const place = placeOf(member.number, list);
    if (place === undefined || list[place] === member) continue;
    now[place] = member;
    places.push(place);
  }
  if (places.length === 0) return list;
  noteOrigin(now, list, places);
  return now;
}

function placeOf(number: number, ascending: readonly Numbered[]): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return ascending[low]?.number === number ? low : undefined;
}

/**
 * A filter that asks of a member once, as long as it stands at the same place of the list: what `fits` says must
 * hang on the member alone.
 */
export function createListFilter<T extends Numbered>(
  fits: (member: T) => boolean,
): (list: readonly T[]) => readonly T[] {
  const known = createListMemory<T, Filtered<T>>();
  const markOf = (member: T | undefined) => (member && fits(member) ? 1 : 0);
  return (list) => {
    const before = known.find(list);
    const changed = before && changedPlaces(before.list, list);
    const marks = changed ? before.result.marks.slice() : Uint8Array.from(list, markOf);
    for (const place of changed ?? []) marks[place] = markOf(list[place]);
    const concerns = (place: number) => marks[place] === 1 || before?.result.marks[place] === 1;
    const isSame = changed && !changed.some(concerns);
    const members = isSame ? before.result.members : marked(list, marks);
    return known.keep(list, { marks, members }).members;
  };
}

interface Filtered<T> {
  /** By place in the list: 1 where the member fits. */
  readonly marks: Uint8Array;
  readonly members: readonly T[];
}

/** Few of thousands, most often. */
function marked<T>(list: readonly T[], marks: Uint8Array): readonly T[] {
  const members: T[] = [];
  for (let place = marks.indexOf(1); place >= 0; place = marks.indexOf(1, place + 1)) {
    const member = list[place];
    if (member !== undefined) members.push(member);
  }
  return members;
}
