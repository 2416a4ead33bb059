/** What contradicts itself in the plan, each worded so that a person knows what to do. */
import { isCycle } from "./components.ts";
import { type DependencyGraph, issuesAt } from "./dependency-graph.ts";
import { createSorter } from "./list-sorter.ts";
import type { Plan, PlannedMilestone } from "./plan.ts";
import type { Finding, Project, WorkItem } from "./project.ts";
import type { ItemChange } from "./project-changes.ts";
import { compareReferences, type IssueReference } from "./reference.ts";

/** Issues named in one message; a cycle of thousands must still fit in a status issue. */
const longestList = 10;

const severityRank = { error: 0, warning: 1, info: 2 } as const;

/** The nodes of each cycle of open issues, ascending; cycles by their first one. */
export function findCycles({ steps, blockers }: DependencyGraph): readonly (readonly number[])[] {
  return steps.inOrder
    .filter(({ members }) => isCycle(members, blockers))
    .map(({ members }) => members.toSorted((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}

export function cycleFindings(
  cycles: readonly (readonly number[])[],
  graph: DependencyGraph,
): readonly Finding[] {
  return cycles.map((nodes) => cycleFinding(issuesAt(nodes, graph), walkAlong(nodes, graph)));
}

function cycleFinding(members: readonly IssueReference[], walk: string): Finding {
  return {
    rule: "dependency-cycle",
    severity: "error",
    issues: members,
    milestone: null,
    message:
      members.length === 1
        ? `${nameIssue(members[0])} waits for itself. Remove that dependency.`
        : `${listIssues(members)} wait for each other, so none of them can start: ${walk}. Remove one of these dependencies.`,
  };
}

/**
 * Whether nothing that `blockerNotPlanned` said can be different now: nothing was dropped, nor taken up again, and
 * what was closed was not named.
 */
export function saysTheSame(said: readonly Finding[], changes: readonly ItemChange[]): boolean {
  return changes.every(
    ({ before, now }) =>
      before.resolution === now.resolution ||
      (before.resolution === null &&
        now.resolution !== "dropped" &&
        !said.some(({ issues }) => issues.includes(now.number))),
  );
}

/** A blocker closed as not planned releases those that waited; someone should say if that is right. */
export function blockerNotPlanned(project: Project): readonly Finding[] {
  const dropped = droppedIssues(project);
  if (dropped.size === 0) return [];
  const waiting = dependentsWhere(
    project,
    (item) => item.resolution === null,
    (blocker) => dropped.has(blocker),
  );
  return [...waiting].map(([blocker, items]) => ({
    rule: "blocker-not-planned",
    severity: "warning",
    issues: [blocker, ...items],
    milestone: null,
    message: `${nameIssue(blocker)} was closed as not planned, so ${listIssues(items)} no longer ${items.length === 1 ? "waits" : "wait"} for it. If that is right, remove the dependency; if not, reopen ${nameIssue(blocker)}.`,
    ...fixByUnblocking(project, blocker, items),
  }));
}

/** Words in a body only their author can take back. */
function fixByUnblocking(
  { items: all }: Project,
  blocker: IssueReference,
  items: readonly number[],
): Pick<Finding, "fix"> {
  const isNative = (item: number) =>
    all.get(item)?.dependencies.some(({ on, origin }) => on === blocker && origin === "native");
  const native = items.filter(isNative).slice(0, longestList);
  if (native.length === 0) return {};
  const waiting = native.map(nameIssue).join(", ");
  return {
    fix: {
      label: `Remove the dependency of ${waiting} on ${nameIssue(blocker)}`,
      command: `/unblock ${nameIssue(blocker)} on ${waiting}`,
    },
  };
}

export function milestoneFindings(milestone: PlannedMilestone): readonly Finding[] {
  const findings: Finding[] = [];
  if (milestone.isClosed && milestone.remaining.length > 0) {
    findings.push({
      rule: "milestone-closed-with-open-issues",
      severity: "warning",
      issues: milestone.remaining,
      milestone: milestone.number,
      message: `The milestone "${milestone.title}" is closed, but ${countOf(milestone.remaining)} in it ${milestone.remaining.length === 1 ? "is" : "are"} open: close or move ${milestone.remaining.length === 1 ? "it" : "them"}, or reopen the milestone.`,
    });
  }
  if (milestone.idleTrackers.length > 0 && !milestone.isClosed) {
    findings.push({
      rule: "epic-without-open-work",
      severity: "info",
      issues: milestone.idleTrackers,
      milestone: milestone.number,
      message: `${listIssues(milestone.idleTrackers)} ${milestone.idleTrackers.length === 1 ? "is an epic" : "are epics"} with no open work left in "${milestone.title}". Close or move ${milestone.idleTrackers.length === 1 ? "it" : "them"}, or the milestone can't be completed.`,
    });
  }
  return findings;
}

/** Errors first, then by rule and issue. */
export const sortFindings: (findings: readonly Finding[]) => readonly Finding[] =
  createSorter<Finding>(
    (a, b) =>
      severityRank[a.severity] - severityRank[b.severity] ||
      (a.rule === b.rule ? 0 : a.rule.localeCompare(b.rule, "en")) ||
      compareReferences(a.issues[0] ?? 0, b.issues[0] ?? 0) ||
      a.message.localeCompare(b.message, "en"),
  );

export function withFindings(plan: Plan, findings: readonly Finding[]): Plan {
  if (findings.length === 0) return plan;
  return { ...plan, findings: sortFindings([...plan.findings, ...findings]) };
}

/** Blocker → the items that have it, ascending, for pairs that fit both conditions. */
function dependentsWhere(
  project: Project,
  wanted: (item: WorkItem) => boolean,
  blockerFits: (blocker: IssueReference) => boolean,
): ReadonlyMap<IssueReference, readonly number[]> {
  const found = new Map<IssueReference, number[]>();
  const add = (blocker: IssueReference, item: number) => {
    const items = found.get(blocker);
    if (!items) found.set(blocker, [item]);
    else if (items.at(-1) !== item) items.push(item);
  };
  for (const item of project.items.values()) {
    if (!wanted(item)) continue;
    for (const { on } of item.dependencies) if (blockerFits(on)) add(on, item.number);
  }
  for (const items of found.values()) if (items.length > 1) items.sort((a, b) => a - b);
  return new Map([...found].sort(([a], [b]) => compareReferences(a, b)));
}

function droppedIssues({ items, foreign }: Project): ReadonlySet<IssueReference> {
  const dropped = new Set<IssueReference>();
  for (const [reference, { state }] of foreign) if (state === "dropped") dropped.add(reference);
  for (const { number, resolution } of items.values()) {
    if (resolution === "dropped") dropped.add(number);
    else if (foreign.has(number)) dropped.delete(number);
  }
  return dropped;
}

/** From the first node, always to the first blocker inside, until one comes again. */
function walkAlong(nodes: readonly number[], graph: DependencyGraph): string {
  const inside = new Set(nodes);
  const walked = new Set<number>();
  let at = nodes[0];
  while (at !== undefined && !walked.has(at)) {
    walked.add(at);
    at = graph.blockers[at]?.find((blocker) => inside.has(blocker));
  }
  const steps = [...walked];
  const loop = at === undefined ? steps : steps.slice(steps.indexOf(at));
  const shown = issuesAt(loop.slice(0, longestList), graph).map(nameIssue);
  const rest = loop.length > shown.length ? [`${loop.length - shown.length} more`] : [];
  return [...shown, ...rest, shown[0]].join(" waits for ");
}

export function nameIssue(issue: IssueReference | undefined): string {
  return typeof issue === "number" ? `#${issue}` : String(issue);
}

export function listIssues(issues: readonly IssueReference[]): string {
  if (issues.length === 1) return nameIssue(issues[0]);
  const shown = issues.slice(0, longestList).map(nameIssue);
  const rest = issues.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : shown.join("");
}

function countOf(issues: readonly IssueReference[]): string {
  return issues.length === 1 ? "1 issue" : `${issues.length} issues`;
}
