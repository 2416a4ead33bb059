/**
 * Who waits for whom, over open issues only: closed blockers block nobody. Issues of other repositories
 * take part. Issues are nodes, numbered from 0, because lists are faster than maps of references by far.
 * Built in time proportional to the edges.
 */
import { invertTargets, type Targets } from "./components.ts";
import type { ForeignIssue, Project, WorkItem } from "./project.ts";
import { compareReferences, type IssueReference } from "./reference.ts";
import { sortNumbers } from "./sort-numbers.ts";
import { buildSteps, type Steps } from "./steps.ts";

export interface DependencyGraph {
  /** By node, ascending: all that is open, and what nobody can read; and the retired ones. */
  readonly issues: readonly IssueReference[];
  readonly nodes: ReadonlyMap<IssueReference, number>;
  /** Nodes whose issues were closed since they were numbered: nothing leads to them or away from them. */
  readonly retired: ReadonlySet<number>;
  /** The node of an issue; undefined for what is closed, or not there. */
  readonly nodeOf: (issue: IssueReference) => number | undefined;
  /** By node: those that it waits for directly, ascending. */
  readonly blockers: Targets;
  /** By node: those that wait for it directly, ascending. */
  readonly dependents: Targets;
  readonly steps: Steps;
}

const none: readonly never[] = [];

export function buildGraph(project: Project): DependencyGraph {
  const issues = findOpen(project);
  const nodes = new Map<IssueReference, number>();
  issues.forEach((issue, node) => {
    nodes.set(issue, node);
  });
  const blockers = issues.map((issue) => {
    const item = typeof issue === "number" ? project.items.get(issue) : undefined;
    return item ? openBlockersOf(item, nodes) : none;
  });
  const retired = new Set<number>();
  return {
    issues,
    nodes,
    retired,
    nodeOf: lookUpNodes(nodes, retired),
    blockers,
    dependents: invertTargets(blockers),
    steps: buildSteps(blockers),
  };
}

export function lookUpNodes(
  nodes: DependencyGraph["nodes"],
  retired: DependencyGraph["retired"],
): DependencyGraph["nodeOf"] {
  return (issue) => {
    const node = nodes.get(issue);
    return node === undefined || retired.has(node) ? undefined : node;
  };
}

export function issuesAt(
  nodes: readonly number[],
  { issues }: DependencyGraph,
): readonly IssueReference[] {
  return nodes.length === 0 ? none : nodes.map((node) => issues[node] ?? 0);
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

/** Whether a way from the start, which may lead back to it, comes to a node that is wanted; no further than there. */
export function leadsTo(
  start: number,
  next: ReadonlyMap<number, readonly number[]>,
  isWanted: (node: number) => boolean,
): boolean {
  const found = new Set<number>();
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const one of next.get(node) ?? none) {
      if (isWanted(one)) return true;
      if (found.has(one)) continue;
      found.add(one);
      waiting.push(one);
    }
  }
  return false;
}

/** These nodes and all that they wait for, directly or not, ascending. */
export function withBlockers(starts: readonly number[], blockers: Targets): readonly number[] {
  const isFound = new Uint8Array(blockers.length);
  const found: number[] = [];
  const meet = (nodes: readonly number[]) => {
    for (const node of nodes) {
      if (isFound[node] === 1) continue;
      isFound[node] = 1;
      found.push(node);
    }
  };
  meet(starts);
  for (let next = 0; next < found.length; next += 1) meet(blockers[found[next] ?? 0] ?? none);
  return found.length * fewOf < isFound.length ? sortNumbers(found) : marked(isFound);
}

/** Where more than one of so many is found, looking at all of them is quicker than sorting. */
const fewOf = 16;

function marked(marks: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (let node = 0; node < marks.length; node += 1) if (marks[node] === 1) found.push(node);
  return found;
}

/** Ascending. */
function findOpen({ items, foreign }: Project): readonly IssueReference[] {
  const numbers: number[] = [];
  const elsewhere: IssueReference[] = [];
  for (const { number, resolution } of items.values())
    if (resolution === null) numbers.push(number);
  for (const issue of foreign.values()) {
    const { reference } = issue;
    if (!isOpenElsewhere(issue) || isItem(reference, items)) continue;
    if (typeof reference === "number") numbers.push(reference);
    else elsewhere.push(reference);
  }
  return [...sortNumbers(numbers), ...elsewhere.sort(compareReferences)];
}

function isItem(reference: IssueReference, items: Project["items"]): boolean {
  return typeof reference === "number" && items.has(reference);
}

/** One that nobody can read counts as open. */
function isOpenElsewhere({ state }: ForeignIssue): boolean {
  return state === "open" || state === "unknown";
}

/** Words in a text may name what does not exist; that is a finding, not a blocker. */
function openBlockersOf(
  { dependencies }: WorkItem,
  nodes: ReadonlyMap<IssueReference, number>,
): readonly number[] {
  let open: number[] | null = null;
  for (const { on } of dependencies) {
    const node = nodes.get(on);
    if (node === undefined) continue;
    // Most have one: a list that begins empty takes room for sixteen.
    if (open) open.push(node);
    else open = [node];
  }
  if (!open || open.length === 1) return open ?? none;
  return open.sort((a, b) => a - b).filter((node, index) => node !== open[index - 1]);
}
