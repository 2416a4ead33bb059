/** What each milestone waits for by its own `Needs:`, as far as it is open. */
import type { DependencyGraph } from "./dependency-graph.ts";
import type { Milestone, Project } from "./project.ts";

export interface OwnNeeds {
  /** The open issues named, as nodes of the graph. */
  readonly named: readonly number[];
  /** The milestones named that are not reached, by number. */
  readonly milestones: readonly number[];
}

/**
 * By milestone number, of closed milestones too. `open`: for each milestone in which anything counts, the nodes
 * of what is open.
 */
export function findOwnNeeds(
  { milestones }: Project,
  open: ReadonlyMap<number, readonly number[]>,
  { nodeOf }: DependencyGraph,
): ReadonlyMap<number, OwnNeeds> {
  const known = new Map(milestones.map((one) => [one.number, one]));
  const reached = new Set(
    milestones
      .flatMap((one) => one.needsMilestones)
      .filter((number) => isReached(known.get(number), open.get(number))),
  );
  return new Map(
    milestones.map(({ number, needsIssues, needsMilestones }) => [
      number,
      {
        named: needsIssues.map(nodeOf).filter((node) => node !== undefined),
        milestones: needsMilestones.filter((other) => other !== number && !reached.has(other)),
      },
    ]),
  );
}

/** A milestone is reached when all that counts in it is closed, or when it was closed empty. */
function isReached(milestone: Milestone | undefined, open: readonly number[] | undefined): boolean {
  return open ? open.length === 0 : (milestone?.isClosed ?? true);
}
