/** Random dependency graphs, and the slow definitions that the fast computations must agree with. */
import fc from "fast-check";
import type { Targets } from "../../src/domain/components.ts";
import type { IssueReference } from "../../src/domain/reference.ts";

/** Node → what it waits for. */
export type Edges = ReadonlyMap<IssueReference, readonly IssueReference[]>;

export function edgesOf(pairs: readonly (readonly [number, number])[], size: number): Edges {
  const edges = new Map<IssueReference, IssueReference[]>();
  for (let node = 1; node <= size; node += 1) edges.set(node, []);
  for (const [from, to] of pairs) {
    const list = edges.get(from);
    if (list && !list.includes(to)) list.push(to);
  }
  return edges;
}

/** The same graph with its nodes numbered from 0, in their order. */
export function targetsOf(edges: Edges): Targets {
  const nodes = [...edges.keys()].sort((a, b) => Number(a) - Number(b));
  const places = new Map(nodes.map((node, place) => [node, place]));
  return nodes.map((node) => (edges.get(node) ?? []).map((target) => places.get(target) ?? 0));
}

const node = (size: number) => fc.integer({ min: 1, max: size });

/** Any graph of up to nine nodes, cycles and self-loops too. */
export const anyGraph: fc.Arbitrary<Edges> = node(9).chain((size) =>
  fc
    .array(fc.tuple(node(size), node(size)), { maxLength: 18 })
    .map((pairs) => edgesOf(pairs, size)),
);

/** A graph without cycles: each node waits for smaller ones only, under shuffled names. */
export const acyclicGraph: fc.Arbitrary<Edges> = node(8).chain((size) =>
  fc
    .tuple(
      fc.array(fc.tuple(node(size), node(size)), { maxLength: 14 }),
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, index) => index + 1),
        { minLength: size },
      ),
    )
    .map(([pairs, names]) => {
      const named = (position: number) => names[position - 1] ?? 0;
      const downwards = pairs
        .filter(([a, b]) => a !== b)
        .map(([a, b]): [number, number] => [named(Math.max(a, b)), named(Math.min(a, b))]);
      return edgesOf(downwards, size);
    }),
);

/** All that one or more steps lead to. */
export function reachable(edges: Edges, from: IssueReference): ReadonlySet<IssueReference> {
  const seen = new Set<IssueReference>();
  const visit = (at: IssueReference) => {
    for (const next of edges.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      visit(next);
    }
  };
  visit(from);
  return seen;
}

/** Every path of an acyclic graph that cannot be made longer at either end. */
export function allPaths(edges: Edges): readonly (readonly IssueReference[])[] {
  const endings = (from: IssueReference): IssueReference[][] => {
    const next = edges.get(from) ?? [];
    if (next.length === 0) return [[from]];
    return next.flatMap((one) => endings(one).map((path) => [from, ...path]));
  };
  const waitedFor = new Set([...edges.values()].flat());
  return [...edges.keys()].filter((one) => !waitedFor.has(one)).flatMap(endings);
}
