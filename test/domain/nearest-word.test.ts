import { describe, expect, test } from "#test";
import { didYouMean, findNearest } from "../../src/domain/nearest-word.ts";

describe("findNearest", () => {
  test.each([
    ["isues", ["issues", "tasks"], "issues"],
    ["TASKS", ["issues", "tasks"], "tasks"],
    ["tsaks", ["issues", "tasks"], "tasks"],
    ["tas", ["issues", "tasks"], undefined],
    ["x", ["y"], undefined],
    ["point", ["pint", "points"], "pint"],
    ["", ["a"], undefined],
    ["issue", [], undefined],
  ])("finds for %j in %j: %j", (word, candidates, nearest) => {
    expect(findNearest(word, candidates)).toBe(nearest);
  });
});

test("didYouMean says nothing if nothing is near", () => {
  expect(didYouMean("unti", ["unit"])).toBe(' Did you mean "unit"?');
  expect(didYouMean("abcd", ["unit"])).toBe("");
});
