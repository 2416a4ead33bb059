import fc from "fast-check";
import { describe, expect, test } from "#test";
import { shareOut } from "../../src/domain/shares.ts";

const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 });

describe("shares of a sum", () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [9, 123], [7, 93]],
    [61, [6, 3, 2], [33, 17, 11]],
    [100, [0, 5, 0], [0, 100, 0]],
    [1, [3, 3, 4], [0, 0, 1]],
    [100, [0, 0], [0, 0]],
    [100, [], []],
  ])("of %p by %p are %p", (sum, by, expected) => {
    expect(shareOut(sum, by)).toEqual(expected);
  });

  test("add up to the sum, whatever the weights", () => {
    fc.assert(
      fc.property(fc.nat(1000), weights, (sum, by) => {
        const total = shareOut(sum, by).reduce((a, b) => a + b, 0);
        expect(total).toBe(by.some((weight) => weight > 0) ? sum : 0);
      }),
    );
  });

  test("are less than 1 from the exact ones, and nothing for no weight", () => {
    fc.assert(
      fc.property(fc.nat(1000), weights, (sum, by) => {
        const all = by.reduce((a, b) => a + b, 0);
        shareOut(sum, by).forEach((share, index) => {
          const weight = by[index] ?? 0;
          if (weight === 0) expect(share).toBe(0);
          else expect(Math.abs(share - (sum * weight) / all)).toBeLessThan(1);
        });
      }),
    );
  });

  test("never give more for less", () => {
    fc.assert(
      fc.property(fc.nat(1000), weights, (sum, by) => {
        const sorted = by.toSorted((a, b) => b - a);
        const shares = shareOut(sum, sorted);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      }),
    );
  });
});
