import fc from "fast-check";
import { describe, expect, test } from "#test";
import {
  buildGraph,
  type DependencyGraph,
  issuesAt,
  reach,
  withBlockers,
} from "../../src/domain/dependency-graph.ts";
import type { ForeignIssue } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { done, item, project } from "./project-builder.ts";
import { anyGraph, reachable, targetsOf } from "./random-graphs.ts";

function blockersOf(graph: DependencyGraph, issue: IssueReference): readonly IssueReference[] {
  return issuesAt(graph.blockers[graph.nodeOf(issue) ?? -1] ?? [], graph);
}

function dependentsOf(graph: DependencyGraph, issue: IssueReference): readonly IssueReference[] {
  return issuesAt(graph.dependents[graph.nodeOf(issue) ?? -1] ?? [], graph);
}

function foreign(
  reference: IssueReference,
  state: ForeignIssue["state"],
): [IssueReference, ForeignIssue] {
  return [reference, { reference, title: null, url: null, state }];
}

describe("the dependency graph", () => {
  test("joins open issues only, both ways, ascending", () => {
    const graph = buildGraph(
      project([
        item(1),
        done(2),
        item(9, { waitsFor: [3, 1, 2] }),
        item(3, { waitsFor: [1] }),
        done(4, { waitsFor: [1] }),
      ]),
    );
    expect(blockersOf(graph, 9)).toEqual([1, 3]);
    expect(dependentsOf(graph, 1)).toEqual([3, 9]);
    expect(dependentsOf(graph, 2)).toEqual([]);
    expect(blockersOf(graph, 4)).toEqual([]);
  });

  test("counts a dependency once that stands both as relation and as words", () => {
    const twice = item(2, {});
    const dependencies = [
      { on: 1, origin: "native" as const },
      { on: 1, origin: "text" as const },
    ];
    const graph = buildGraph(project([item(1), { ...twice, dependencies }]));
    expect(blockersOf(graph, 2)).toEqual([1]);
    expect(dependentsOf(graph, 1)).toEqual([2]);
  });

  test("leaves out what nobody knows and puts issues elsewhere last", () => {
    const graph = buildGraph(
      project([item(1), item(2, { waitsFor: ["x/b#2", "x/b#10", "x/a#3", 77, 1] })], [], {
        foreign: new Map([
          foreign("x/b#10", "open"),
          foreign("x/b#2", "unknown"),
          foreign("x/a#3", "completed"),
        ]),
      }),
    );
    expect(blockersOf(graph, 2)).toEqual([1, "x/b#2", "x/b#10"]);
    expect(dependentsOf(graph, "x/b#10")).toEqual([2]);
  });

  test.each([
    ["open", true],
    ["unknown", true],
    ["completed", false],
    ["dropped", false],
  ] as const)("takes a blocker elsewhere that is %s as open: %s", (state, expected) => {
    const facts = project([], [], { foreign: new Map([foreign("x/y#1", state)]) });
    expect(buildGraph(facts).issues.includes("x/y#1")).toBe(expected);
  });

  test("numbers what is open ascending, in whatever order it is read", () => {
    const items = [item(3), item(1), done(2), item(12)];
    const foreignIssues = [foreign("x/b#2", "open"), foreign(5, "unknown")];
    const graph = buildGraph(project(items, [], { foreign: new Map(foreignIssues) }));
    expect(graph.issues).toEqual([1, 3, 5, 12, "x/b#2"]);
    expect(graph.issues.map(graph.nodeOf)).toEqual([0, 1, 2, 3, 4]);
    expect(graph.nodeOf(2)).toBeUndefined();
  });

  test("leads from some nodes to all that they wait for, ascending, the nodes with them", () => {
    const starts = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
    fc.assert(
      fc.property(anyGraph, starts, (edges, numbers) => {
        const from = numbers.filter((one) => edges.has(one));
        const expected = new Set<number>(from);
        for (const one of from.flatMap((start) => [...reachable(edges, start)])) {
          expected.add(Number(one));
        }
        const found = withBlockers(
          from.map((one) => one - 1),
          targetsOf(edges),
        );
        expect(found.map((node) => node + 1)).toEqual([...expected].sort((a, b) => a - b));
      }),
    );
  });

  test("reaches what one or more steps lead to, the start only by a way back", () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        for (const start of edges.keys()) {
          const found = reach([start], (node) => edges.get(node) ?? []);
          expect(new Set(found)).toEqual(reachable(edges, start));
        }
      }),
    );
  });
});
