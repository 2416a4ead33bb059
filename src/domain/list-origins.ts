/**
 * From which list another was made by replacing a few members, so that comparing the two costs a look at these and
 * not at thousands. What is not known is found by looking: forgetting costs time, nothing else.
 */
import { sortNumbers } from "./sort-numbers.ts";

interface Origin {
  readonly list: WeakRef<readonly unknown[]>;
  /** Where the two may differ, in no order, some of them twice: few of these are ever asked for. */
  readonly places: readonly number[];
}

/** Nearest first. A sync makes two or three lists of the same issues from each other. */
const origins = new WeakMap<readonly unknown[], readonly Origin[]>();

const mostOrigins = 6;
/** Beyond these, looking is as cheap. */
const mostPlaces = 1_000;

/** `list` has the length of `from`, and differs from it at these places at most. Neither is ever changed. */
export function noteOrigin<T>(
  list: readonly T[],
  from: readonly T[],
  places: readonly number[],
): void {
  const further = (origins.get(from) ?? []).map((origin) => ({
    list: origin.list,
    places: origin.places.concat(places),
  }));
  const known = [{ list: new WeakRef(from), places }, ...further];
  origins.set(
    list,
    known.slice(0, mostOrigins).filter((one) => one.places.length <= mostPlaces),
  );
}

/** Where `now` may differ from `before`, ascending; undefined where nobody noted it. */
export function placesSince<T>(
  before: readonly T[],
  now: readonly T[],
): readonly number[] | undefined {
  if (before === now) return [];
  const origin = origins.get(now)?.find(({ list }) => list.deref() === before);
  return origin && sortNumbers([...new Set(origin.places)]);
}
