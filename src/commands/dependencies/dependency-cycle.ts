/** What must come before what: dependencies, closed ones too, and open sub-issues, without which no epic is done. */
import { shortestPath } from "../../domain/dependency-path.ts";
import type { Plan } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import type { Links } from "../../render/links.ts";
import { findItem } from "../../render/names.ts";

/** One issue waits for another. */
export interface Edge {
  readonly issue: number;
  readonly blocker: IssueReference;
}

/** What is to be added to the plan. */
export interface Additions {
  readonly edges: readonly Edge[];
  readonly children: readonly { readonly child: number; readonly parent: number }[];
}

/** Each issue stands before the next one, and the last before the first again. */
export interface Cycle {
  readonly members: readonly IssueReference[];
  /** Members that come before the next one because they are its sub-issues. */
  readonly children: readonly IssueReference[];
}

/** The first cycle that the additions would make; null where there is none. */
export function findCycle(plan: Plan, additions: Additions): Cycle | null {
  const before = comesBefore(plan, additions);
  const added = [
    ...additions.edges.map(({ issue, blocker }) => [issue, blocker] as const),
    ...additions.children.map(({ child, parent }) => [parent, child] as const),
  ];
  for (const [later, earlier] of added) {
    const path = shortestPath<IssueReference>(earlier, later, before.all);
    if (path) return toCycle(path, before.dependencies);
  }
  return null;
}

interface Before {
  /** What an issue waits for by dependencies alone. */
  dependencies(node: IssueReference): readonly IssueReference[];
  /** By these and by its sub-issues. */
  all(node: IssueReference): readonly IssueReference[];
}

function comesBefore(plan: Plan, { edges, children }: Additions): Before {
  const newParents = new Map(children.map(({ child, parent }) => [child, parent]));
  const openChildren = Map.groupBy(
    [...plan.items.values()].filter(({ resolution }) => resolution === null),
    ({ number, parent }) => newParents.get(number) ?? parent,
  );
  const added = Map.groupBy<IssueReference, Edge>(edges, ({ issue }) => issue);
  const dependencies = (node: IssueReference): readonly IssueReference[] => {
    const present = findItem(plan, node)?.dependencies.map(({ on }) => on) ?? [];
    return [...present, ...(added.get(node) ?? []).map(({ blocker }) => blocker)];
  };
  return {
    dependencies,
    all: (node) => [
      ...dependencies(node),
      ...(openChildren.get(node) ?? []).map(({ number }) => number),
    ],
  };
}

/** `path`: from what shall come first, each waiting for the next one. */
function toCycle(path: readonly IssueReference[], dependencies: Before["dependencies"]): Cycle {
  const children = path.filter((node, index) => {
    const waiting = path.at(index - 1);
    return waiting !== undefined && !dependencies(waiting).includes(node);
  });
  return { members: path.toReversed(), children };
}

/** More steps than these say nothing more. */
const longest = 12;

/** "#408 → #404 → #410", each before the next; of a long way only its two ends. */
export function pathText(path: readonly IssueReference[], { ref }: Links): string {
  if (path.length <= longest) return path.map(ref).join(" → ");
  const half = longest / 2;
  return [...path.slice(0, half).map(ref), "…", ...path.slice(-half).map(ref)].join(" → ");
}

/** What is wrong with it, and why, where it is for a parent's sake. */
export function cycleText({ members, children }: Cycle, links: Links): string {
  const ring = [...members, ...members.slice(0, 1)];
  const [child] = children;
  const parent = child === undefined ? undefined : ring[ring.indexOf(child) + 1];
  const because =
    child === undefined || parent === undefined
      ? ""
      : ` ${links.ref(child)} is a sub-issue of ${links.ref(parent)}, which is done only after it.`;
  return `That would be a cycle, in which nothing can start: ${pathText(ring, links)}.${because}`;
}
