import fc from "fast-check";
import { expect, test } from "#test";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { Project } from "../../src/domain/project.ts";
import { compareReferences, type IssueReference } from "../../src/domain/reference.ts";
import { itemOf, milestoneOf, today } from "./project-builder.ts";
import { reachable } from "./random-graphs.ts";
import { anyProject, countedIn, isOpen, openEdges, waitsForMilestones } from "./random-projects.ts";

/** What a milestone waits for: what it names, what the milestones that it names hold, and so on. */
function everythingNeeded(facts: Project, number: number): ReadonlySet<IssueReference> {
  const edges = openEdges(facts);
  const needed = new Set<IssueReference>();
  const seen = new Set([number]);
  for (const one of seen) {
    const milestone = facts.milestones.find((candidate) => candidate.number === one);
    if (!milestone) continue;
    const others = waitsForMilestones(facts, milestone);
    const inside = others.flatMap((other) => countedIn(facts, other)).map((item) => item.number);
    for (const issue of [...milestone.needsIssues, ...inside]) {
      if (!isOpen(facts, issue)) continue;
      needed.add(issue);
      for (const before of reachable(edges, issue)) needed.add(before);
    }
    for (const other of others) seen.add(other);
  }
  return needed;
}

test("what milestones need is all that they wait for, and each issue knows the milestones behind it", () => {
  fc.assert(
    fc.property(anyProject, (facts) => {
      const plan = derivePlan(facts, today);
      const open = facts.milestones.filter((one) => !one.isClosed);
      const needed = new Map(open.map(({ number }) => [number, everythingNeeded(facts, number)]));
      for (const [number, issues] of needed) {
        const expected = [...issues].sort(compareReferences);
        expect(milestoneOf(plan, number).needs.transitive).toEqual(expected);
      }
      for (const { number } of facts.items.values()) {
        const behind = open.filter((one) => needed.get(one.number)?.has(number));
        const naming = open.filter((one) => one.needsIssues.includes(number));
        const isWaitedFor = isOpen(facts, number);
        expect(itemOf(plan, number)).toMatchObject({
          standsBefore: behind.map((one) => one.number),
          blocksMilestones: isWaitedFor ? naming.map((one) => one.number) : [],
        });
      }
    }),
    { numRuns: 1000 },
  );
});
