import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  blockersOf,
  buildGraph,
  dependentsOf,
  isOpen,
  reach,
} from "../../src/domain/dependency-graph.ts";
import type { ForeignIssue } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { done, item, project } from "./project-builder.ts";
import { anyGraph, reachable } from "./random-graphs.ts";

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
    expect(isOpen(facts, "x/y#1")).toBe(expected);
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
