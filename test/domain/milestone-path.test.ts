import fc from "fast-check";
import { expect, test } from "#test";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Project } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { milestoneOf, today } from "./project-builder.ts";
import { allPaths, type Edges, reachable } from "./random-graphs.ts";
import { acyclicProject, openEdges } from "./random-projects.ts";

/** The open work of a milestone and all that it waits for. */
function surroundings(facts: Project, number: number): Edges {
  const edges = openEdges(facts);
  const work = [...facts.items.values()].filter(
    (one) => one.milestone === number && one.resolution === null && !one.isTracker,
  );
  const inside = new Set<IssueReference>(
    work.flatMap((one) => [one.number, ...reachable(edges, one.number)]),
  );
  return new Map([...edges].filter(([issue]) => inside.has(issue)));
}

/** The estimates of these issues, the median of those that there are where one is missing. */
function weightsOf(facts: Project, edges: Edges): ReadonlyMap<IssueReference, number> {
  const estimate = (issue: IssueReference) => {
    const item = typeof issue === "number" ? facts.items.get(issue) : undefined;
    return item && (facts.rules.unit === "issues" ? 1 : item.points);
  };
  const known = [...edges.keys()].map(estimate).filter((one) => typeof one === "number");
  const sorted = known.sort((a, b) => a - b);
  const middle = [sorted[(sorted.length - 1) >> 1] ?? 1, sorted[sorted.length >> 1] ?? 1];
  const median = (Number(middle[0]) + Number(middle[1])) / 2;
  return new Map([...edges.keys()].map((issue) => [issue, estimate(issue) ?? median]));
}

test("a milestone's critical path is the longest way through its work and all that it waits for", () => {
  fc.assert(
    fc.property(acyclicProject, (facts) => {
      const plan = derivePlan(facts, today);
      for (const { number } of facts.milestones) {
        const edges = surroundings(facts, number);
        const weights = weightsOf(facts, edges);
        const length = (path: readonly IssueReference[]) =>
          path.reduce<number>((sum, issue) => sum + (weights.get(issue) ?? 0), 0);
        const paths = allPaths(edges);
        const longest = Math.max(0, ...paths.map(length));
        const critical = paths.filter((path) => length(path) === longest).flat();
        const found = milestoneOf(plan, number).criticalPath.flatMap((level) => level.members);
        expect(new Set(found)).toEqual(new Set(critical));
      }
    }),
    { numRuns: 1000 },
  );
});
