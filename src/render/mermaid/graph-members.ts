/** Which issues a milestone's dependency graph is about, in the order in which they earn a node of their own. */
import type { Plan, PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { compareReferences, type IssueReference } from "../../domain/reference.ts";

export interface Dependence {
  readonly blocker: IssueReference;
  readonly waiting: number;
}

export interface GraphMembers {
  /** The counted issues of the milestone, and open blockers from elsewhere; most telling first. */
  readonly ranked: readonly IssueReference[];
  /** Between any two of them, by the one that waits. */
  readonly edges: readonly Dependence[];
}

/** An edge for each blocker of the milestone itself, done or not, and each open one from elsewhere. */
export function graphMembers(plan: Plan, milestone: PlannedMilestone): GraphMembers {
  const counted = new Set<IssueReference>(milestone.counted);
  const edges = milestone.counted.flatMap((number) => {
    const item = plan.items.get(number);
    if (!item) return [];
    const inside = item.dependencies.map(({ on }) => on).filter((on) => counted.has(on));
    const blockers = [...new Set([...inside, ...item.openBlockers])].sort(compareReferences);
    return blockers.map((blocker) => ({ blocker, waiting: number }));
  });
  return { ranked: rank(plan, milestone, edges), edges };
}

/** The critical path first, then what waits or is waited for, then what stands alone, then what is done. */
function rank(
  plan: Plan,
  milestone: PlannedMilestone,
  edges: readonly Dependence[],
): readonly IssueReference[] {
  const isOpen = (reference: IssueReference) => isOpenIssue(plan, reference);
  const alive = edges.filter(({ blocker, waiting }) => isOpen(blocker) || isOpen(waiting));
  const living = new Set(alive.flatMap(endsOf));
  return [
    ...new Set([
      ...milestone.criticalPath.flatMap(({ members }) => members),
      ...milestone.sequence.flatMap(({ members }) => members).filter((one) => living.has(one)),
      ...[...living].sort(compareReferences).filter(isOpen),
      ...milestone.independent,
      ...milestone.remaining,
      ...[...living].sort(compareReferences),
      ...edges.flatMap(endsOf).sort(compareReferences),
      ...milestone.counted,
    ]),
  ];
}

function endsOf({ blocker, waiting }: Dependence): readonly IssueReference[] {
  return [blocker, waiting];
}

function isOpenIssue(plan: Plan, reference: IssueReference): boolean {
  const item: PlannedItem | undefined =
    typeof reference === "number" ? plan.items.get(reference) : undefined;
  return item === undefined || item.resolution === null;
}
