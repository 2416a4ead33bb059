/** Random projects of a few issues and milestones, and what the plan must say of them, found the slow way. */
import fc from "fast-check";
import type { Milestone, Project, WorkItem } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { item, milestone, project } from "./project-builder.ts";
import { acyclicGraph, anyGraph, type Edges } from "./random-graphs.ts";

const elsewhere = ["o/x#1", "o/x#2"] as const;

const itemFacts = fc.record({
  resolution: fc.constantFrom(null, null, null, "completed" as const, "dropped" as const),
  milestone: fc.constantFrom(null, 1, 2, 3, 4),
  isTracker: fc.constantFrom(false, false, false, true),
  points: fc.constantFrom(null, 0, 1, 2, 3, 8),
  also: fc.constantFrom<readonly IssueReference[]>([], [], [], ["o/x#1"], ["o/x#2", 77]),
});

const milestoneFacts = fc.record({
  isClosed: fc.constantFrom(false, false, false, true),
  needsIssues: fc.uniqueArray(
    fc.constantFrom<IssueReference>(1, 2, 3, 4, 5, 6, 7, 8, 9, ...elsewhere),
    { maxLength: 2 },
  ),
  needsMilestones: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
});

function projectOf(graph: fc.Arbitrary<Edges>): fc.Arbitrary<Project> {
  const items = fc.array(itemFacts, { minLength: 9, maxLength: 9 });
  const milestones = fc.array(milestoneFacts, { minLength: 4, maxLength: 4 });
  const unit = fc.constantFrom("issues" as const, "points" as const);
  return fc.tuple(graph, items, milestones, unit).map(([edges, facts, plans, counted]) =>
    project(
      [...edges].map(([number, waitsFor], index) => {
        const { also = [], ...more } = facts[index] ?? {};
        return item(Number(number), { ...more, waitsFor: [...waitsFor, ...also] });
      }),
      plans.map((more, index) => milestone(index + 1, more)),
      {
        rules: { unit: counted },
        foreign: new Map(
          elsewhere.map((reference, index) => [
            reference,
            { reference, title: null, url: null, state: index === 0 ? "open" : "completed" },
          ]),
        ),
      },
    ),
  );
}

export const anyProject = projectOf(anyGraph);
export const acyclicProject = projectOf(acyclicGraph);

export function isOpen({ items, foreign }: Project, issue: IssueReference): boolean {
  const found = typeof issue === "number" ? items.get(issue) : undefined;
  return found ? found.resolution === null : foreign.get(issue)?.state === "open";
}

/** Open issue → its open blockers. */
export function openEdges(facts: Project): Edges {
  const open = [...facts.items.values()].filter((one) => one.resolution === null);
  const edges = open.map((one): [IssueReference, readonly IssueReference[]] => [
    one.number,
    one.dependencies.map(({ on }) => on).filter((on) => isOpen(facts, on)),
  ]);
  return new Map([...edges, ...elsewhere.map((one): [IssueReference, []] => [one, []])]);
}

/** What counts in a milestone. */
export function countedIn(facts: Project, number: number): readonly WorkItem[] {
  return [...facts.items.values()].filter(
    (one) => one.milestone === number && one.resolution !== "dropped",
  );
}

/** The milestones that one names and that are not reached. */
export function waitsForMilestones(facts: Project, { number, needsMilestones }: Milestone) {
  return needsMilestones.filter((other) => {
    const counted = countedIn(facts, other);
    const isClosed = facts.milestones.find((one) => one.number === other)?.isClosed ?? true;
    const isReached =
      counted.length === 0 ? isClosed : counted.every((one) => one.resolution !== null);
    return other !== number && !isReached;
  });
}
