/** Issues that were closed before what they waited for: either the link or one of the states is wrong. */
import type { DependencyGraph } from "./dependency-graph.ts";
import { listIssues, nameIssue } from "./findings.ts";
import { isPlanned } from "./plan-milestone.ts";
import type { Finding, Project, WorkItem } from "./project.ts";
import type { ItemChange } from "./project-changes.ts";
import type { IssueReference } from "./reference.ts";
import { sameList } from "./same-list.ts";
import { sortNumbers } from "./sort-numbers.ts";

/** By node of the graph; undefined for most. */
export interface ClosedBefore {
  /** The closed items that waited for it, ascending. */
  readonly waited: readonly (readonly number[] | undefined)[];
  readonly findings: readonly (Finding | undefined)[];
}

const none: readonly never[] = [];

export function findClosedBefore(project: Project, graph: DependencyGraph): ClosedBefore {
  const closed: number[][] = [];
  for (const item of project.items.values()) {
    for (const node of openBlockersOf(item, project, graph)) addOnce(closed, node, item.number);
  }
  const waited = graph.issues.map((_, node) => closed[node] && sortNumbers(closed[node]));
  return { waited, findings: waited.map((items, node) => say(items, node, project, graph)) };
}

/** The same, from what was found before these items changed. */
export function updateClosedBefore(
  { waited: waitedBefore, findings: said }: ClosedBefore,
  changes: readonly ItemChange[],
  project: Project,
  graph: DependencyGraph,
): ClosedBefore {
  const waited = [...waitedBefore];
  const findings = [...said];
  for (const { before, now } of changes) {
    const node = graph.nodes.get(now.number);
    const left = new Set(openBlockersOf(before, project, graph));
    const entered = new Set(openBlockersOf(now, project, graph));
    for (const one of left) waited[one] = waited[one]?.filter((item) => item !== now.number);
    for (const one of entered) waited[one] = sortNumbers([...(waited[one] ?? none), now.number]);
    if (node !== undefined && graph.retired.has(node)) waited[node] = undefined;
    for (const one of [...left, ...entered, ...(node === undefined ? none : [node])]) {
      findings[one] = say(waited[one], one, project, graph);
    }
  }
  return { waited, findings };
}

/** Of an item that is completed: the nodes of those that it waited for. */
function openBlockersOf(
  item: WorkItem,
  project: Project,
  { nodeOf }: DependencyGraph,
): readonly number[] {
  if (item.resolution !== "completed" || !isPlanned(item, project)) return none;
  if (item.dependencies.length === 0) return none;
  const nodes: number[] = [];
  for (const { on } of item.dependencies) {
    const node = nodeOf(on);
    if (node !== undefined && project.foreign.get(on)?.state !== "unknown") nodes.push(node);
  }
  return nodes;
}

function addOnce(lists: number[][], node: number, item: number): void {
  const items = lists[node];
  if (!items) lists[node] = [item];
  else if (items.at(-1) !== item) items.push(item);
}

interface Said {
  readonly items: readonly number[];
  readonly finding: Finding;
}

/** What was said last of a blocker; a plan may have thousands of these. */
const saidOf = new WeakMap<WorkItem, Said>();

function say(
  items: readonly number[] | undefined,
  node: number,
  project: Project,
  { issues }: DependencyGraph,
): Finding | undefined {
  const blocker = issues[node];
  if (!items || items.length === 0 || blocker === undefined) return undefined;
  const item = typeof blocker === "number" ? project.items.get(blocker) : undefined;
  const said = item && saidOf.get(item);
  if (said && sameList(said.items, items)) return said.finding;
  const finding = closedBeforeBlocker(blocker, items);
  if (item) saidOf.set(item, { items, finding });
  return finding;
}

function closedBeforeBlocker(blocker: IssueReference, items: readonly number[]): Finding {
  return {
    rule: "closed-with-open-blocker",
    severity: "warning",
    issues: items,
    related: [blocker],
    milestone: null,
    message: `${listIssues(items)} ${items.length === 1 ? "is" : "are"} closed, but ${nameIssue(blocker)}, which ${items.length === 1 ? "it" : "they"} waited for, is open. Close ${nameIssue(blocker)}, or remove the dependency.`,
  };
}
