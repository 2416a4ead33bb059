/** Milestones that would wait for work of their own: an issue they need waits for an issue in them. */
import { shortestPath } from "../../domain/dependency-path.ts";
import type { Plan } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { findItem } from "../../render/names.ts";

/** Null stands for the milestone itself. */
type Node = IssueReference | null;

/**
 * From an open issue in the milestone to the one that it would wait for, each before the next; null where
 * there is no such way. An issue waits for its open blockers and for what its own milestone needs.
 */
export function findNeedCycle(
  needed: number,
  milestone: number,
  plan: Plan,
): readonly IssueReference[] | null {
  const before = (node: Node): readonly Node[] => {
    const item = node === null ? undefined : findItem(plan, node);
    if (!item) return [];
    if (item.milestone === milestone) return [null];
    const needs =
      plan.milestones.find(({ number }) => number === item.milestone)?.needs.direct ?? [];
    return [...item.openBlockers, ...needs];
  };
  const path = shortestPath<Node>(needed, null, before);
  return path?.filter((node) => node !== null).toReversed() ?? null;
}
