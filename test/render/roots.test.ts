import fc from "fast-check";
import { expect, test } from "#test";
import { compareReferences, type IssueReference } from "../../src/domain/reference.ts";
import { findRoots, type Roots } from "../../src/render/roots.ts";
import { anyGraph, type Edges, reachable } from "../domain/random-graphs.ts";
import { buildPlan } from "./plan-builder.ts";

/** Whether closing issues one after the other comes to this one in the end. */
function canBeReached(edges: Edges, issue: IssueReference): boolean {
  const before = reachable(edges, issue);
  return [issue, ...before].every((one) => !reachable(edges, one).has(one));
}

/** Those at the end of each way back, over what can be reached only. */
function rootsOf(edges: Edges, issue: IssueReference): readonly IssueReference[] {
  const blockers = edges.get(issue) ?? [];
  if (blockers.length === 0) return [issue];
  const reached = blockers.filter((one) => canBeReached(edges, one));
  return [...new Set(reached.flatMap((one) => rootsOf(edges, one)))].sort(compareReferences);
}

test("roots are the first four of all, and the same in whatever order they are asked for", () => {
  fc.assert(
    fc.property(anyGraph, fc.infiniteStream(fc.nat()), (edges, random) => {
      const items = [...edges].map(([number, waitsFor]) => ({ number: Number(number), waitsFor }));
      const roots = findRoots(buildPlan({ items }));
      const order = [...edges.keys()].map((issue) => ({ issue, place: random.next().value ?? 0 }));
      for (const { issue } of order.sort((a, b) => a.place - b.place)) {
        const isBlocked = (edges.get(issue) ?? []).length > 0;
        const expected: Roots = {
          issues: rootsOf(edges, issue).slice(0, 4),
          isBehindCycle: !canBeReached(edges, issue),
        };
        expect(roots.get(issue)).toEqual(isBlocked ? expected : undefined);
      }
    }),
    { numRuns: 500 },
  );
});

test("roots of many issues together are the first four of each, and an issue that waits for nothing is its own", () => {
  fc.assert(
    fc.property(anyGraph, fc.infiniteStream(fc.boolean()), (edges, random) => {
      const items = [...edges].map(([number, waitsFor]) => ({ number: Number(number), waitsFor }));
      const plan = buildPlan({ items });
      const asked = [...edges.keys()].filter(() => random.next().value);
      const each = asked.map(
        (issue) => findRoots(plan).get(issue) ?? { issues: [issue], isBehindCycle: false },
      );
      const issues = [...new Set(each.flatMap((roots) => roots.issues))].sort(compareReferences);
      expect(findRoots(plan).ofAll(asked)).toEqual({
        issues: issues.slice(0, 4),
        isBehindCycle: each.some((roots) => roots.isBehindCycle),
      });
    }),
    { numRuns: 500 },
  );
});
