import fc from "fast-check";
import { describe, expect, test } from "#test";
import { createUnion } from "../../src/domain/shared-sets.ts";

const anySet = fc
  .uniqueArray(fc.integer({ min: 0, max: 6 }))
  .map((numbers) => numbers.sort((a, b) => a - b));

describe("a union", () => {
  test("holds what either holds, ascending and once", () => {
    const union = createUnion();
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        expect(union(a, b)).toEqual([...new Set([...a, ...b])].sort((one, other) => one - other));
      }),
    );
  });

  test("is the very same list where it was found before, or where one holds the other", () => {
    const union = createUnion();
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const both = union(a, b);
        expect(union(a, b)).toBe(both);
        expect(union(both, a)).toBe(both);
        expect(union(b, both)).toEqual(both);
      }),
    );
  });
});
