import fc from "fast-check";
import { expect, test } from "#test";
import { sortNumbers } from "../../src/domain/sort-numbers.ts";

test("numbers are sorted by their size, few and many, and the list that was given stays", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 300, size: "max" }), (numbers) => {
      const before = [...numbers];
      expect(sortNumbers(numbers)).toEqual(before.toSorted((a, b) => a - b));
      expect(numbers).toEqual(before);
    }),
  );
});
