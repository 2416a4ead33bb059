import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findComponents, isCycle } from "../../src/domain/components.ts";
import { anyGraph, type Edges, reachable } from "./random-graphs.ts";

const targetsIn = (edges: Edges) => (node: number | string) => edges.get(node as number) ?? [];

describe("components", () => {
  test("share exactly the nodes that reach each other", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const { of } = findComponents(edges.keys(), targetsIn(edges));
        for (const a of edges.keys()) {
          for (const b of edges.keys()) {
            const together = a === b || (reachable(edges, a).has(b) && reachable(edges, b).has(a));
            expect(of.get(a) === of.get(b)).toBe(together);
          }
        }
      }),
    );
  });

  test("come after all that they point to", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const { of, inOrder } = findComponents(edges.keys(), targetsIn(edges));
        expect(inOrder.flat().toSorted()).toEqual([...edges.keys()].toSorted());
        for (const [from, targets] of edges) {
          for (const to of targets) {
            expect(of.get(to) ?? Number.NaN).toBeLessThanOrEqual(of.get(from) ?? Number.NaN);
          }
        }
      }),
    );
  });

  test("are cycles where a node reaches itself", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const { inOrder } = findComponents(edges.keys(), targetsIn(edges));
        for (const component of inOrder) {
          const first = component[0] ?? 0;
          expect(isCycle(component, targetsIn(edges))).toBe(reachable(edges, first).has(first));
        }
      }),
    );
  });

  test("of nothing are none, and nothing is no cycle", () => {
    expect(findComponents([], () => []).inOrder).toEqual([]);
    expect(isCycle([], () => [])).toBe(false);
  });

  test("are found at the end of a chain of 100,000", () => {
    const size = 100_000;
    const nodes = Array.from({ length: size }, (_, index) => index);
    const chain = findComponents(nodes, (node) => (node + 1 < size ? [node + 1] : []));
    expect(chain.inOrder).toHaveLength(size);
    const ring = findComponents(nodes, (node) => [(node + 1) % size]);
    expect(ring.inOrder).toHaveLength(1);
  });
});
