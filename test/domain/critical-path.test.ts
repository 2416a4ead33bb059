import fc from "fast-check";
import { describe, expect, test } from "#test";
import { criticalPath, findFinishes } from "../../src/domain/critical-path.ts";
import { buildSteps } from "../../src/domain/steps.ts";
import {
  acyclicGraph,
  allPaths,
  type Edges,
  edgesOf,
  reachable,
  targetsOf,
} from "./random-graphs.ts";

type WeightOf = (node: number) => number;

/** The levels of the path to the end of these nodes; of all where none are named. */
function pathOf(edges: Edges, weightOf: WeightOf, ends: readonly number[] = numbersIn(edges)) {
  const { inOrder, of } = buildSteps(targetsOf(edges));
  const weights = inOrder.map(({ members }) =>
    members.reduce((sum, node) => sum + weightOf(node + 1), 0),
  );
  const durations = {
    weights: Float64Array.from(weights),
    finishes: new Float64Array(inOrder.length),
  };
  findFinishes(inOrder, durations);
  const endSteps = new Set(ends.map((node) => of[node - 1] ?? 0));
  const levels = criticalPath(inOrder, durations, [...endSteps]);
  return levels.map((level) => level.map((node) => node + 1));
}

function numbersIn(edges: Edges): readonly number[] {
  return [...edges.keys()].map(Number);
}

/** All nodes on any of the longest paths. */
function slowly(edges: Edges, weightOf: WeightOf): ReadonlySet<number> {
  const paths = allPaths(edges).map((path) => {
    const nodes = path.map(Number);
    return { nodes, length: nodes.reduce((sum, node) => sum + weightOf(node), 0) };
  });
  const longest = Math.max(...paths.map((path) => path.length));
  return new Set(paths.filter((path) => path.length === longest).flatMap((path) => path.nodes));
}

/** What is left where only these nodes and what they wait for are there. */
function before(edges: Edges, ends: readonly number[]): Edges {
  const inside = new Set([...ends, ...ends.flatMap((end) => [...reachable(edges, end)])]);
  return new Map([...edges].filter(([node]) => inside.has(node)));
}

const anyWeights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 }).map(
  (weights): WeightOf =>
    (node) =>
      weights[node] ?? 0,
);

describe("the critical path", () => {
  test("is all that lies on a longest path", () => {
    fc.assert(
      fc.property(acyclicGraph, anyWeights, (edges, weightOf) => {
        const found = pathOf(edges, weightOf).flat();
        expect(new Set(found)).toEqual(slowly(edges, weightOf));
        expect(found).toHaveLength(new Set(found).size);
      }),
      { numRuns: 300 },
    );
  });

  test("to the end of some nodes is that of a graph of them and what they wait for", () => {
    const some = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(acyclicGraph, anyWeights, some, (edges, weightOf, numbers) => {
        const ends = numbers.filter((one) => edges.has(one));
        fc.pre(ends.length > 0);
        const found = new Set(pathOf(edges, weightOf, ends).flat());
        expect(found).toEqual(slowly(before(edges, ends), weightOf));
      }),
      { numRuns: 500 },
    );
  });

  test("puts each node on the level after the last one that it waits for on the path", () => {
    fc.assert(
      fc.property(acyclicGraph, anyWeights, (edges, weightOf) => {
        const levels = pathOf(edges, weightOf);
        const levelOf = new Map(levels.flatMap((level, at) => level.map((node) => [node, at])));
        for (const [node, level] of levelOf) {
          const earlier = (edges.get(node) ?? []).map((one) => levelOf.get(Number(one)) ?? -1);
          expect(level).toBe(Math.max(-1, ...earlier) + 1);
        }
      }),
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
    expect(pathOf(edges, (node) => weights[node] ?? 0)).toEqual([[1], [2], [3]]);
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
    expect(pathOf(edges, () => 1)).toEqual([[1, 2], [3], [4]]);
  });

  test("of nothing is nothing", () => {
    expect(pathOf(new Map(), () => 1)).toEqual([]);
  });
});
