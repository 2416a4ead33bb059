/**
 * Who waits for whom, over open issues only: closed blockers block nobody. Nodes are references,
 * so that issues of other repositories take part. Built in time proportional to the edges.
 */
import type { ForeignIssue, Project, WorkItem } from "./project.ts";
import { compareReferences, type IssueReference } from "./reference.ts";

export interface DependencyGraph {
  /** Open issue → its open blockers, ascending. */
  readonly blockers: ReadonlyMap<IssueReference, readonly IssueReference[]>;
  /** Open blocker → the open items that wait for it directly, ascending. */
  readonly dependents: ReadonlyMap<IssueReference, readonly number[]>;
}

const none: readonly never[] = [];

export function buildGraph(project: Project): DependencyGraph {
  const blockers = new Map<IssueReference, IssueReference[]>();
  const dependents = new Map<IssueReference, number[]>();
  for (const item of project.items.values()) {
    if (item.resolution !== null) continue;
    const open = openBlockersOf(item, project);
    if (open.length > 0) blockers.set(item.number, open);
    for (const blocker of open) append(dependents, blocker, item.number);
  }
  for (const list of dependents.values()) list.sort((a, b) => a - b);
  return { blockers, dependents };
}

export function blockersOf(
  graph: DependencyGraph,
  issue: IssueReference,
): readonly IssueReference[] {
  return graph.blockers.get(issue) ?? none;
}

export function dependentsOf(graph: DependencyGraph, issue: IssueReference): readonly number[] {
  return graph.dependents.get(issue) ?? none;
}

/** Whether a blocker still blocks; one that nobody can read counts as open. */
export function isOpen(project: Project, reference: IssueReference): boolean {
  const item = typeof reference === "number" ? project.items.get(reference) : undefined;
  if (item) return item.resolution === null;
  return isOpenElsewhere(project.foreign.get(reference));
}

/** Everything that `next` leads to; a start is in it only where a way leads back to it. */
export function reach<T>(starts: readonly T[], next: (node: T) => readonly T[]): ReadonlySet<T> {
  const seen = new Set<T>();
  const waiting = [...starts];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const neighbour of next(node)) {
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      waiting.push(neighbour);
    }
  }
  return seen;
}

function openBlockersOf(item: WorkItem, project: Project): IssueReference[] {
  const references = new Set(item.dependencies.map((dependency) => dependency.on));
  const open = [...references].filter(
    (reference) => isKnown(project, reference) && isOpen(project, reference),
  );
  return open.sort(compareReferences);
}

/** Words in a text may name what does not exist; that is a finding, not a blocker. */
function isKnown(project: Project, reference: IssueReference): boolean {
  if (typeof reference === "number" && project.items.has(reference)) return true;
  return project.foreign.has(reference);
}

function isOpenElsewhere(issue: ForeignIssue | undefined): boolean {
  return issue !== undefined && (issue.state === "open" || issue.state === "unknown");
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
