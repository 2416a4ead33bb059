import fc from "fast-check";
import { describe, expect, test } from "#test";
import { formatHours, parseHours, parsePoints } from "../../src/facts/estimate.ts";

describe("hours", () => {
  test.each([
    ["2h", { low: 2, high: 2 }],
    ["16-20h", { low: 16, high: 20 }],
    ["16 – 20 H", { low: 16, high: 20 }],
    ["1.5h", { low: 1.5, high: 1.5 }],
    ["3d", { low: 24, high: 24 }],
    ["1-2d", { low: 8, high: 16 }],
    [" 0h ", { low: 0, high: 0 }],
  ])("are read from %p", (text, expected) => {
    expect(parseHours(text)).toEqual(expected);
  });

  test.each(["", "h", "2", "20-16h", "2h-3h", "-2h", "2w", "two h", "2..3h", "1e3h", "2h later"])(
    "are not read from %p",
    (text) => {
      expect(parseHours(text)).toBeNull();
    },
  );

  test("are read back as they are written", () => {
    const quarter = fc.integer({ min: 0, max: 4000 }).map((value) => value / 4);
    fc.assert(
      fc.property(quarter, quarter, (a, b) => {
        const range = { low: Math.min(a, b), high: Math.max(a, b) };
        expect(parseHours(formatHours(range))).toEqual(range);
      }),
    );
  });
});

describe("points", () => {
  test.each([
    ["3", 3],
    [" 0.5 ", 0.5],
    ["0", 0],
    ["-1", null],
    ["3 points", null],
    ["1e3", null],
    ["", null],
  ])("in %p are %p", (text, expected) => {
    expect(parsePoints(text)).toBe(expected);
  });
});
