import fc from "fast-check";
import { expect, test } from "#test";
import { createSorter } from "../../src/domain/list-sorter.ts";

const compare = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;

test("lists of mostly the same members are sorted as if each were the first", () => {
  const member = fc.record({ rank: fc.integer({ min: 0, max: 50 }) });
  fc.assert(
    fc.property(
      fc.array(member, { minLength: 1, maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(40), fc.boolean(), member), { maxLength: 10 }),
      (list, edits) => {
        const sort = createSorter(compare);
        const ranks = (some: readonly { rank: number }[]) => some.map(({ rank }) => rank);
        let now = list;
        for (const [place, isAdded, one] of edits) {
          expect(ranks(sort(now))).toEqual(ranks(now.toSorted(compare)));
          expect(new Set(sort(now))).toEqual(new Set(now));
          now = isAdded ? now.toSpliced(place, 0, one) : now.toSpliced(place, 1, one);
        }
      },
    ),
  );
});
