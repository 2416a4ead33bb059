import fc from "fast-check";
import { describe, expect, test } from "#test";
import { levelsOf } from "../../src/domain/levels.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { acyclicGraph, anyGraph, type Edges, edgesOf } from "./random-graphs.ts";

function levelNumbers(edges: Edges): ReadonlyMap<IssueReference, number> {
  const levels = levelsOf([...edges.keys()], (node) => edges.get(node) ?? []);
  return new Map(levels.flatMap(({ members }, level) => members.map((one) => [one, level])));
}

describe("levels", () => {
  test("put each node right after its last blocker", () => {
    fc.assert(
      fc.property(acyclicGraph, (edges) => {
        const level = levelNumbers(edges);
        for (const [node, blockers] of edges) {
          const after = blockers.map((one) => (level.get(one) ?? Number.NaN) + 1);
          expect(level.get(node)).toBe(Math.max(0, ...after));
        }
      }),
    );
  });

  test("hold every node once, in order, and none is empty, even where there are cycles", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const levels = levelsOf([...edges.keys()], (node) => edges.get(node) ?? []);
        expect(levels.flatMap((one) => one.members).toSorted()).toEqual([...edges.keys()].sort());
        for (const { members } of levels) {
          expect(members.length).toBeGreaterThan(0);
          expect(members).toEqual(members.toSorted((a, b) => Number(a) - Number(b)));
        }
      }),
    );
  });

  test("are shared by the members of a cycle, and what waits for one comes after all", () => {
    const edges = edgesOf(
      [
        [1, 2],
        [2, 1],
        [3, 1],
        [2, 4],
      ],
      4,
    );
    const levels = levelsOf([1, 2, 3, 4], (node) => edges.get(node) ?? []);
    expect(levels.map((one) => one.members)).toEqual([[4], [1, 2], [3]]);
  });

  test("ignore blockers that are not asked about", () => {
    expect(levelsOf([1, 2], (node) => (node === 1 ? [9] : [1]))).toEqual([
      { members: [1] },
      { members: [2] },
    ]);
  });
});
