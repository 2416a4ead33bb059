/**
 * What was made of a list the last time, so that only what hangs on changed members is made again. A list is known
 * again by its first or its last member; neither it nor what was made of it is ever changed.
 */
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
  const changed: number[] = [];
  for (let place = 0; place < now.length; place += 1) {
    if (now[place] === before[place]) continue;
    if (now[place]?.number !== before[place]?.number) return undefined;
    changed.push(place);
  }
  return changed;
}

/**
 * A filter that asks of a member once, as long as it stands at the same place of the list: what `fits` says must
 * hang on the member alone.
 */
export function createListFilter<T extends Numbered>(
  fits: (member: T) => boolean,
): (list: readonly T[]) => readonly T[] {
  const known = createListMemory<T, Uint8Array>();
  const markOf = (member: T | undefined) => (member && fits(member) ? 1 : 0);
  return (list) => {
    const before = known.find(list);
    const changed = before && changedPlaces(before.list, list);
    const marks = changed ? before.result.slice() : Uint8Array.from(list, markOf);
    for (const place of changed ?? []) marks[place] = markOf(list[place]);
    known.keep(list, marks);
    return list.filter((_, place) => marks[place] === 1);
  };
}
