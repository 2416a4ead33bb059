/** Draws a milestone's dependency graph: a limited number of issues, the rest as a few nodes with a number. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { plainReference } from "../links.ts";
import { stateMarks } from "../marks.ts";
import { findItem } from "../names.ts";
import type { Drawing, DrawnEdge, DrawnNode } from "./drawing.ts";
import { clipLabel } from "./escape.ts";
import { type Grouping, groupMembers } from "./graph-groups.ts";
import { type Dependence, type GraphMembers, graphMembers } from "./graph-members.ts";
import { type Fold, foldRest } from "./graph-rest.ts";

export interface DrawingChoice {
  /** The dimension whose groups stand in frames; null without frames. */
  readonly by: string | null;
  /** How many issues have a node of their own. */
  readonly limit: number;
}

const nameLength = 40;
const milestonesShown = 6;

/** Some issue of the milestone waits or waited for another. */
export function hasDependencies(plan: Plan, milestone: PlannedMilestone): boolean {
  return graphMembers(plan, milestone).edges.length > 0;
}

/** Null where no issue waits for another: then there is nothing to draw. */
export function drawDependencies(
  plan: Plan,
  milestone: PlannedMilestone,
  choice: DrawingChoice,
): Drawing | null {
  const members = graphMembers(plan, milestone);
  if (members.edges.length === 0) return null;
  const own = chooseOwn(plan, members, choice.limit);
  const grouping = groupMembers(milestone, choice.by, own);
  const rest = members.ranked.filter((reference) => !own.has(reference));
  const folds = foldRest(plan, milestone, rest, grouping);
  const critical = criticalLevels(milestone);
  const waiting = waitingMilestones(plan, milestone);
  const nodes = [
    ...[...own].map((one) => issueNode(plan, milestone, one, grouping, critical.has(one))),
    ...folds.map(({ node }) => node),
    ...waiting.nodes,
  ];
  const ids = nodeIds(own, folds);
  const edges = [
    ...members.edges.flatMap((edge) => drawnEdge(plan, edge, ids, critical)),
    ...waiting.edges.flatMap(([issue, to]) => {
      const from = ids.get(issue);
      return from === undefined ? [] : [{ from, to, kind: "waiting" as const }];
    }),
  ];
  return { nodes, edges: withoutRepeats(edges), groups: grouping.names };
}

/** What stands alone and is done says nothing by itself; it always folds. Epics do unless they wait. */
function chooseOwn(
  plan: Plan,
  { ranked, edges }: GraphMembers,
  limit: number,
): ReadonlySet<IssueReference> {
  const linked = new Set<IssueReference>(edges.flatMap((edge) => [edge.blocker, edge.waiting]));
  const isTelling = (reference: IssueReference) => {
    const state = findItem(plan, reference)?.state;
    return linked.has(reference) || (state !== "completed" && state !== "tracker");
  };
  return new Set(ranked.filter(isTelling).slice(0, limit));
}

function issueNode(
  plan: Plan,
  milestone: PlannedMilestone,
  reference: IssueReference,
  { groupOf }: Grouping,
  isCritical: boolean,
): DrawnNode {
  const item = findItem(plan, reference);
  const title = item ? item.title : (plan.foreign.get(reference)?.title ?? "");
  const name = clipLabel(item?.alias ?? "", nameLength) || clipLabel(title, nameLength);
  const mark = item ? `${stateMarks[item.state]} ` : "";
  const isHere = item?.milestone === milestone.number;
  return {
    id: issueId(reference),
    lines: [
      `${mark}${plainReference(reference)}`,
      ...(name === "" ? [] : [name]),
      ...(isHere ? [] : [placeOf(plan, item?.milestone ?? null, item !== undefined)]),
    ],
    look: item ? item.state : "elsewhere",
    isCritical,
    group: isHere ? groupOf(reference) : null,
  };
}

/** "octo/engine#5" and "octo-engine#5" are two nodes. */
function issueId(reference: IssueReference): string {
  if (typeof reference === "number") return `i${reference}`;
  return `f${reference.replace(/[^A-Za-z0-9]/g, (found) => `_${found.charCodeAt(0)}_`)}`;
}

function placeOf(plan: Plan, number: number | null, isOurs: boolean): string {
  if (!isOurs) return "(elsewhere)";
  const milestone = plan.milestones.find((one) => one.number === number);
  if (!milestone) return "(in no milestone)";
  return `(in ${clipLabel(milestone.title, nameLength) || `milestone ${number}`})`;
}

/** Issue → how far along the critical path. */
function criticalLevels({ criticalPath }: PlannedMilestone): ReadonlyMap<IssueReference, number> {
  if (criticalPath.length < 2) return new Map();
  return new Map(
    criticalPath.flatMap(({ members }, level) =>
      members.map((member): [IssueReference, number] => [member, level]),
    ),
  );
}

function waitingMilestones(plan: Plan, { remaining, number }: PlannedMilestone) {
  const pairs = remaining.flatMap((issue) =>
    (plan.items.get(issue)?.blocksMilestones ?? []).map((to) => ({ issue, to })),
  );
  const shown = plan.milestones
    .filter((one) => one.number !== number && pairs.some(({ to }) => to === one.number))
    .slice(0, milestonesShown);
  const known = new Set(shown.map((one) => one.number));
  return {
    nodes: shown.map((one): DrawnNode => {
      const name = clipLabel(one.title, nameLength) || `Milestone ${one.number}`;
      const look = "milestone";
      return { id: `m${one.number}`, lines: [name], look, isCritical: false, group: null };
    }),
    edges: pairs
      .filter(({ to }) => known.has(to))
      .map(({ issue, to }): [number, string] => [issue, `m${to}`]),
  };
}

function nodeIds(
  own: ReadonlySet<IssueReference>,
  folds: readonly Fold[],
): ReadonlyMap<IssueReference, string> {
  return new Map([
    ...[...own].map((one): [IssueReference, string] => [one, issueId(one)]),
    ...folds.flatMap(({ node, members }) =>
      members.map((member): [IssueReference, string] => [member, node.id]),
    ),
  ]);
}

function drawnEdge(
  plan: Plan,
  { blocker, waiting }: Dependence,
  ids: ReadonlyMap<IssueReference, string>,
  critical: ReadonlyMap<IssueReference, number>,
): readonly DrawnEdge[] {
  const [from, to] = [ids.get(blocker), ids.get(waiting)];
  const isFolded = from !== issueId(blocker) || to !== issueId(waiting);
  if (from === undefined || to === undefined || from === to) return [];
  const isWaitedFor = plan.items.get(waiting)?.openBlockers.includes(blocker) === true;
  if (!isWaitedFor) return isFolded ? [] : [{ from, to, kind: "satisfied" }];
  const steps = (critical.get(waiting) ?? Number.NaN) - (critical.get(blocker) ?? Number.NaN);
  return [{ from, to, kind: steps === 1 ? "critical" : "waiting" }];
}

/** Between two nodes one arrow: the most telling. */
function withoutRepeats(edges: readonly DrawnEdge[]): readonly DrawnEdge[] {
  const kept = new Map<string, DrawnEdge>();
  for (const edge of edges) {
    const between = `${edge.from} ${edge.to}`;
    if (kept.get(between)?.kind !== "critical") kept.set(between, edge);
  }
  return [...kept.values()];
}
