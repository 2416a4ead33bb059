import { describe, expect, test } from "#test";
import { didYouMean, findNear, findNearest } from "../../src/domain/nearest-word.ts";

describe("findNearest", () => {
  test.each([
    ["isues", ["issues", "tasks"], "issues"],
    ["TASKS", ["issues", "tasks"], "tasks"],
    ["tsaks", ["issues", "tasks"], "tasks"],
    ["tsak", ["last", "task"], "task"],
    ["blokced-by", ["blocks", "blocked-by"], "blocked-by"],
    ["tas", ["issues", "tasks"], undefined],
    ["x", ["y"], undefined],
    ["point", ["pint", "points"], "pint"],
    ["", ["a"], undefined],
    ["issue", [], undefined],
  ])("finds for %j in %j: %j", (word, candidates, nearest) => {
    expect(findNearest(word, candidates)).toBe(nearest);
  });
});

test("letters that changed places are one edit, wherever they stand, and others are two", () => {
  for (const word of ["omve", "mvoe", "moev"]) expect(findNearest(word, ["move"], 1)).toBe("move");
  for (const word of ["evom", "vmeo", "mevo"])
    expect(findNearest(word, ["move"], 1)).toBeUndefined();
});

test("findNear gives all that are near, the nearest first", () => {
  expect(findNear("blcoks", ["block", "blocks", "unblock", "socks"])).toEqual(["blocks", "block"]);
});

test("didYouMean says nothing if nothing is near", () => {
  expect(didYouMean("unti", ["unit"])).toBe(' Did you mean "unit"?');
  expect(didYouMean("abcd", ["unit"])).toBe("");
});
