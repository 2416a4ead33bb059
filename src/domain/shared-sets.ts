/** Sets of numbers of which many are alike: joining two that were joined before gives the very same list. */

/** Ascending, each once. */
export type NumberSet = readonly number[];

export const noNumbers: NumberSet = [];

/** A union that remembers its results, and gives one of the two back where that holds the other. */
export function createUnion(): (a: NumberSet, b: NumberSet) => NumberSet {
  const known = new Map<NumberSet, Map<NumberSet, NumberSet>>();
  return (a, b) => {
    if (a === b || b.length === 0) return a;
    if (a.length === 0) return b;
    const withA = known.get(a) ?? new Map<NumberSet, NumberSet>();
    known.set(a, withA);
    const union = withA.get(b) ?? join(a, b);
    withA.set(b, union);
    return union;
  };
}

function join(a: NumberSet, b: NumberSet): NumberSet {
  const all = new Set(a);
  for (const one of b) all.add(one);
  if (all.size === a.length) return a;
  return all.size === b.length ? b : [...all].sort((one, other) => one - other);
}
