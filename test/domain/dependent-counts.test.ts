import fc from "fast-check";
import { describe, expect, test } from "#test";
import { buildGraph } from "../../src/domain/dependency-graph.ts";
import { countDependents, reachLimit } from "../../src/domain/dependent-counts.ts";
import type { WorkItem } from "../../src/domain/project.ts";
import { item, project } from "./project-builder.ts";
import { anyGraph, type Edges, reachable } from "./random-graphs.ts";

function countsOf(items: readonly WorkItem[]): ReadonlyMap<number, number> {
  const { issues, steps } = buildGraph(project(items));
  const counts = countDependents(steps.inOrder);
  return new Map(issues.map((issue, node) => [Number(issue), counts[steps.of[node] ?? 0] ?? 0]));
}

function itemsOf(edges: Edges): readonly WorkItem[] {
  return [...edges].map(([node, waitsFor]) => item(Number(node), { waitsFor }));
}

describe("dependent counts", () => {
  test("are how many others wait for an issue, directly or not", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const counts = countsOf(itemsOf(edges));
        for (const node of edges.keys()) {
          const waiting = [...edges.keys()].filter(
            (one) => one !== node && reachable(edges, one).has(node),
          );
          expect(counts.get(Number(node)) ?? 0).toBe(waiting.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("stop at the limit, in chains, stars, ladders and cycles", () => {
    const size = reachLimit + 500;
    const numbers = Array.from({ length: size }, (_, index) => index + 1);
    const chain = countsOf(numbers.map((one) => item(one, { waitsFor: [one - 1] })));
    expect([chain.get(1), chain.get(size - 3)]).toEqual([reachLimit, 3]);
    const star = countsOf(numbers.map((one) => item(one, { waitsFor: one > 1 ? [1] : [] })));
    expect(star.get(1)).toBe(reachLimit);
    const ladder = countsOf(numbers.map((one) => item(one, { waitsFor: [one - 1, one - 2] })));
    expect([ladder.get(1), ladder.get(501), ladder.get(502)]).toEqual([1000, 999, 998]);
    const ring = countsOf(
      numbers.map((one) => item(one, { waitsFor: [one === 1 ? size : one - 1] })),
    );
    expect(ring.get(7)).toBe(reachLimit);
  });
});
