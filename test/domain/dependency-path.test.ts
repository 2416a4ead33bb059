import fc from "fast-check";
import { describe, expect, test } from "#test";
import { shortestPath } from "../../src/domain/dependency-path.ts";
import { anyGraph, reachable } from "./random-graphs.ts";

const edges = new Map([
  [1, [2, 3]],
  [2, [4]],
  [3, [5]],
  [4, [5, 1]],
  [5, []],
]);
const next = (node: number) => edges.get(node) ?? [];

describe("the shortest path", () => {
  test.each([
    ["is one step where there is one", 1, 2, [1, 2]],
    ["is the shorter of two ways", 1, 5, [1, 3, 5]],
    ["leads back to where it began in a cycle", 1, 1, [1, 2, 4, 1]],
    ["is none where no way leads there", 5, 1, null],
    ["from an issue to itself is none without a cycle", 5, 5, null],
  ])("%s", (_what, start, end, path) => {
    expect(shortestPath(start, end, next)).toEqual(path);
  });

  test("is there exactly where a way is, and no other is shorter", () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (graph, from, to) => {
          const steps = (node: number) =>
            (graph.get(node) ?? []).filter((one) => typeof one === "number");
          const path = shortestPath(from, to, steps);
          expect(path !== null).toBe(reachable(graph, from).has(to));
          if (path === null) return;
          expect([path[0], path.at(-1)]).toEqual([from, to]);
          for (const [index, node] of path.slice(1).entries()) {
            expect(steps(path[index] ?? 0)).toContain(node);
          }
          const within = (node: number, length: number): boolean =>
            steps(node).some((one) => one === to || (length > 1 && within(one, length - 1)));
          if (path.length > 2 && path.length < 6) expect(within(from, path.length - 2)).toBe(false);
        },
      ),
    );
  });

  test("is found through a chain of 100,000", () => {
    const path = shortestPath(1, 100_000, (node) => [node + 1]);
    expect(path).toHaveLength(100_000);
  });
});
