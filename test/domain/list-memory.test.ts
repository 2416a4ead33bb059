import { describe, expect, test } from "#test";
import { changedPlaces, createListFilter, createListMemory } from "../../src/domain/list-memory.ts";

const numbered = (number: number, text = "") => ({ number, text });
const [a, b, c, d] = [1, 2, 3, 4].map((number) => numbered(number));
if (!(a && b && c && d)) throw new Error("There are four.");

describe("a memory of lists", () => {
  test.each([
    ["its first member", [a, d]],
    ["its last member", [d, c]],
  ])("knows a list again by %s", (_, list) => {
    const memory = createListMemory<object, string>();
    memory.keep([a, b, c], "made");
    expect(memory.find(list)).toEqual({ list: [a, b, c], result: "made" });
    expect(memory.find([b])).toBeUndefined();
    expect(memory.find([])).toBeUndefined();
  });

  test("keeps nothing of what a list was before it grew, whichever end knows it", () => {
    const memory = createListMemory<object, string>();
    memory.keep([a, b], "short");
    memory.keep([a, b, c], "long");
    expect(memory.find([b])?.result).toBe("long");
  });
});

test.each([
  [[a, b], [a, b], []],
  [[a, b], [a, numbered(2, "new")], [1]],
  [[a, b], [a, numbered(3)], undefined],
  [[a, b], [a, b, c], undefined],
  [[a, b], [a], undefined],
])("from %j to %j, the places that changed are %j", (before, now, expected) => {
  expect(changedPlaces(before, now)).toEqual(expected);
});

test("a filter asks again of members that changed alone, and gives what fits in order", () => {
  const asked: string[] = [];
  const filter = createListFilter<typeof a>(({ number, text }) => {
    asked.push(`${number}${text}`);
    return text === "" || text === "x";
  });
  expect(filter([a, b, c])).toEqual([a, b, c]);
  const [no, yes] = [numbered(2, "no"), numbered(3, "x")];
  expect(filter([a, no, yes])).toEqual([a, yes]);
  expect(filter([a, b, yes])).toEqual([a, b, yes]);
  expect(asked).toEqual(["1", "2", "3", "2no", "3x", "2"]);
  expect(filter([a, b, yes, d])).toEqual([a, b, yes, d]);
});
