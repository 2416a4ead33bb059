import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { criticalPath } from "../../src/domain/critical-path.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { acyclicGraph, allPaths, type Edges, edgesOf } from "./random-graphs.ts";

function pathOf(edges: Edges, weightOf: (node: IssueReference) => number) {
  return criticalPath({
    nodes: [...edges.keys()],
    blockersOf: (node) => edges.get(node) ?? [],
    weightOf,
  });
}

/** All nodes on any of the longest paths. */
function slowly(edges: Edges, weightOf: (node: IssueReference) => number) {
  const paths = allPaths(edges).map((nodes) => ({
    nodes,
    length: nodes.reduce<number>((sum, node) => sum + weightOf(node), 0),
  }));
  const longest = Math.max(...paths.map((path) => path.length));
  return new Set(paths.filter((path) => path.length === longest).flatMap((path) => path.nodes));
}

describe("the critical path", () => {
  test("is all that lies on a longest path", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(acyclicGraph, weights, (edges, weight) => {
        const weightOf = (node: IssueReference) => weight[Number(node)] ?? 0;
        const found = pathOf(edges, weightOf).flatMap((level) => level.members);
        expect(new Set(found)).toEqual(slowly(edges, weightOf));
        expect(found).toHaveLength(new Set(found).size);
      }),
      { numRuns: 300 },
    );
  });

  test("holds together where weights are fractions that do not add up exactly", () => {
    const edges = edgesOf(
      [
        [2, 1],
        [3, 2],
      ],
      4,
    );
    const weights = [0, 0.1, 0.2, 0.3, 0.5];
    const levels = pathOf(edges, (node) => weights[Number(node)] ?? 0);
    expect(levels.map((level) => level.members)).toEqual([[1], [2], [3]]);
  });

  test("takes a cycle for one heavy step", () => {
    const edges = edgesOf(
      [
        [1, 2],
        [2, 1],
        [3, 2],
        [4, 3],
        [6, 5],
      ],
      6,
    );
    const levels = pathOf(edges, () => 1);
    expect(levels.map((level) => level.members)).toEqual([[1, 2], [3], [4]]);
  });

  test("of nothing is nothing", () => {
    expect(pathOf(new Map(), () => 1)).toEqual([]);
  });
});
