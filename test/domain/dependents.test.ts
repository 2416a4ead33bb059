import { expect, test } from "#test";
import { indexDependents } from "../../src/domain/dependents.ts";
import type { Dependency } from "../../src/domain/project.ts";

const item = (number: number, ...on: Dependency["on"][]) => ({
  number,
  dependencies: on.map((one): Dependency => ({ on: one, origin: "native" })),
});

test("who waits for an issue is known by that issue, and known anew when somebody waits for another", () => {
  const [one, two, three] = [item(1), item(2, 1, "o/x#9"), item(3, 1)];
  expect(indexDependents([one, two, three])).toEqual(
    new Map<Dependency["on"], number[]>([
      [1, [2, 3]],
      ["o/x#9", [2]],
    ]),
  );
  expect(indexDependents([one, item(2, 3), three])).toEqual(
    new Map([
      [3, [2]],
      [1, [3]],
    ]),
  );
});

test("the index is the very same while nobody waits for another", () => {
  const list = [item(1), item(2, 1)];
  const before = indexDependents(list);
  expect(indexDependents(list.with(1, item(2, 1)))).toBe(before);
});
