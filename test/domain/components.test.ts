import fc from "fast-check";
import { describe, expect, test } from "#test";
import { findComponents, invertTargets, isCycle } from "../../src/domain/components.ts";
import { anyGraph, reachable, targetsOf } from "./random-graphs.ts";

describe("components", () => {
  test("share exactly the nodes that reach each other", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const { of } = findComponents(targetsOf(edges));
        for (const a of edges.keys()) {
          for (const b of edges.keys()) {
            const together = a === b || (reachable(edges, a).has(b) && reachable(edges, b).has(a));
            expect(of[Number(a) - 1] === of[Number(b) - 1]).toBe(together);
          }
        }
      }),
    );
  });

  test("come after all that they point to, each node in one of them", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const targets = targetsOf(edges);
        const { of, inOrder } = findComponents(targets);
        expect(inOrder.flat().toSorted()).toEqual([...targets.keys()]);
        for (const [index, component] of inOrder.entries()) {
          for (const node of component) {
            expect(of[node]).toBe(index);
            for (const target of targets[node] ?? []) expect(of[target]).toBeLessThanOrEqual(index);
          }
        }
      }),
    );
  });

  test("are cycles where a node reaches itself", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const targets = targetsOf(edges);
        for (const component of findComponents(targets).inOrder) {
          const first = (component[0] ?? 0) + 1;
          expect(isCycle(component, targets)).toBe(reachable(edges, first).has(first));
        }
      }),
    );
  });

  test("of nothing are none, and nothing is no cycle", () => {
    expect(findComponents([]).inOrder).toEqual([]);
    expect(isCycle([], [])).toBe(false);
  });

  test("are found at the end of a chain of 100,000", () => {
    const size = 100_000;
    const nodes = Array.from({ length: size }, (_, index) => index);
    const chain = findComponents(nodes.map((node) => (node + 1 < size ? [node + 1] : [])));
    expect(chain.inOrder).toHaveLength(size);
    const ring = findComponents(nodes.map((node) => [(node + 1) % size]));
    expect(ring.inOrder).toHaveLength(1);
  });
});

test("an inverted graph has the same edges, the other way round, ascending", () => {
  fc.assert(
    fc.property(anyGraph, (edges) => {
      const targets = targetsOf(edges);
      const inverted = invertTargets(targets);
      for (const [node, sources] of inverted.entries()) {
        const expected = [...targets.keys()].filter((one) => targets[one]?.includes(node));
        expect(sources).toEqual(expected);
      }
    }),
  );
});
