/** Sorting that goes on from the last sorted list, where most members are the very same. */
import { createListMemory } from "./list-memory.ts";

interface Sorted<T> {
  readonly members: ReadonlySet<T>;
  readonly sorted: readonly T[];
}

/** Beyond this part of the members, sorting all anew is as cheap. */
const mostNew = 1 / 8;

/** `compare` must tell any two members apart that are not of equal content. */
export function createSorter<T extends object>(
  compare: (a: T, b: T) => number,
): (list: readonly T[]) => readonly T[] {
  const known = createListMemory<T, Sorted<T>>();
  return (list) => {
    const before = known.find(list)?.result;
    const members = new Set(list);
    const isEachOnce = members.size === list.length;
    const mayGoOn = isEachOnce && before?.members.size === before?.sorted.length;
    const added = before && mayGoOn ? list.filter((one) => !before.members.has(one)) : list;
    const sorted =
      before && added.length <= list.length * mostNew
        ? merge(
            before.sorted.filter((one) => members.has(one)),
            added.toSorted(compare),
            compare,
          )
        : list.toSorted(compare);
    return known.keep(list, { members, sorted }).sorted;
  };
}

/** Both are sorted; `few` is short. */
function merge<T>(
  many: readonly T[],
  few: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] {
  const merged: T[] = [];
  let next = 0;
  for (const one of few) {
    while (next < many.length) {
      const other = many[next];
      if (other === undefined || compare(other, one) > 0) break;
      merged.push(other);
      next += 1;
    }
    merged.push(one);
  }
  return merged.concat(many.slice(next));
}
