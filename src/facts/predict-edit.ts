/**
 * What will be observed once an edit is applied, so that a comment's next command sees what the one before
 * it changed without another read. An edit that changes nothing gives the same facts.
 */
import { ByNumber } from "../domain/by-number.ts";
import type {
  Instant,
  MilestoneChange,
  ObservedIssue,
  ObservedMilestone,
  ObservedRepository,
} from "../domain/observation.ts";
import type { PlanEdit } from "../domain/plan-edit.ts";
import { editTasks } from "../markdown/edit-tasks.ts";
import { noteOnIssue } from "./issue-notes.ts";
import { readMilestoneLines, writeMilestoneLines } from "./milestone-lines.ts";
import type { Notebook } from "./notebook.ts";
import { withBlocker, withLabel, withoutBlocker, withoutLabel } from "./predict-relations.ts";

/** The facts that edits change. */
export interface PlanFacts {
  readonly repository: ObservedRepository;
  readonly issues: ReadonlyMap<number, ObservedIssue>;
  readonly notebook: Notebook;
}

/** `at`: when the command was given. A new sub-issue is not there yet; its parent counts it. */
export function predictEdit(edit: PlanEdit, facts: PlanFacts, at: Instant): PlanFacts {
  if (edit.kind === "set-needs") return withNeeds(facts, edit.milestone, edit.needs);
  if (edit.kind === "note") {
    return { ...facts, notebook: noteOnIssue(facts.notebook, edit, at, facts.issues) };
  }
  const issue = facts.issues.get(edit.issue);
  if (!issue) return facts;
  switch (edit.kind) {
    case "set-milestone":
      return withMilestone(facts, issue, edit.milestone, at);
    case "set-parent":
      return withParent(facts, issue, edit.parent);
    case "close":
      return withState(facts, { ...issue, ...closed(edit, issue, at) });
    case "reopen":
      return withState(facts, { ...issue, ...opened(issue) });
    default:
      return withIssue(facts, { ...issue, ...changeOf(edit, issue, facts) });
  }
}

type IssueEdit = Exclude<
  PlanEdit,
  { kind: "set-needs" | "note" | "set-milestone" | "set-parent" | "close" | "reopen" }
>;

/** Of edits that change no other issue and no milestone. */
function changeOf(edit: IssueEdit, issue: ObservedIssue, facts: PlanFacts): Partial<ObservedIssue> {
  switch (edit.kind) {
    case "add-blocker":
      return { blockedBy: withBlocker(issue, edit.blocker, facts) };
    case "remove-blocker":
      return { blockedBy: withoutBlocker(issue, edit.blocker) };
    case "add-label":
      return { labels: withLabel(issue, edit.label, facts) };
    case "remove-label":
      return { labels: withoutLabel(issue, edit.label) };
    case "assign":
      return { assignees: [...withoutName(issue.assignees, edit.login), edit.login] };
    case "unassign":
      return { assignees: withoutName(issue.assignees, edit.login) };
    case "edit-tasks":
      return { body: editTasks(issue.body, edit.edit) ?? issue.body };
    case "create-sub-issue":
      return { subIssueCount: issue.subIssueCount + 1 };
  }
}

function withIssue(facts: PlanFacts, issue: ObservedIssue): PlanFacts {
  return { ...facts, issues: ByNumber.copyOf(facts.issues).set(issue.number, issue) };
}

function withoutName(names: readonly string[], name: string): readonly string[] {
  return names.filter((one) => one.toLowerCase() !== name.toLowerCase());
}

function withMilestone(
  facts: PlanFacts,
  issue: ObservedIssue,
  milestone: number | null,
  at: Instant,
): PlanFacts {
  if (issue.milestone === milestone) return facts;
  const { milestones } = facts.repository;
  const history = [
    ...changesOf("removed", milestones, issue.milestone, laterOf(issue, at)),
    ...changesOf("added", milestones, milestone, laterOf(issue, at)),
  ];
  const moved = { ...issue, milestone, milestoneHistory: [...issue.milestoneHistory, ...history] };
  return recount(withIssue(facts, moved), issue, moved);
}

function changesOf(
  kind: MilestoneChange["kind"],
  milestones: readonly ObservedMilestone[],
  number: number | null,
  at: Instant,
): readonly MilestoneChange[] {
  const milestone = milestones.find((one) => one.number === number);
  return milestone ? [{ at, kind, title: milestone.title }] : [];
}

/** GitHub's date will be that of the write: after all that has happened. */
function laterOf({ milestoneHistory }: ObservedIssue, at: Instant): Instant {
  return [...milestoneHistory.map((change) => change.at), at].sort().at(-1) ?? at;
}

function withParent(facts: PlanFacts, issue: ObservedIssue, parent: number | null): PlanFacts {
  if (issue.parent === parent) return facts;
  const left = withCount(facts, issue.parent, -1);
  const joined = withCount(left, parent, 1);
  const child = joined.issues.get(issue.number) ?? issue;
  return withIssue(joined, { ...child, parent });
}

function withCount(facts: PlanFacts, parent: ObservedIssue["parent"], more: 1 | -1): PlanFacts {
  const issue = typeof parent === "number" ? facts.issues.get(parent) : undefined;
  if (!issue) return facts;
  return withIssue(facts, { ...issue, subIssueCount: Math.max(0, issue.subIssueCount + more) });
}

function closed(
  { reason, duplicateOf }: Extract<PlanEdit, { kind: "close" }>,
  { closedAt }: ObservedIssue,
  at: Instant,
): Partial<ObservedIssue> {
  return { state: "closed", stateReason: reason, duplicateOf, closedAt: closedAt ?? at };
}

function opened({ state }: ObservedIssue): Partial<ObservedIssue> {
  if (state === "open") return {};
  return { state: "open", stateReason: "reopened", duplicateOf: null, closedAt: null };
}

function withState(facts: PlanFacts, issue: ObservedIssue): PlanFacts {
  const before = facts.issues.get(issue.number) ?? issue;
  return recount(withIssue(facts, issue), before, issue);
}

/** The milestones' own counts, as GitHub's page shows them. */
function recount(facts: PlanFacts, before: ObservedIssue, after: ObservedIssue): PlanFacts {
  const milestones = facts.repository.milestones.map((milestone) => ({
    ...milestone,
    nativeOpen:
      milestone.nativeOpen + countIn(milestone, after, "open") - countIn(milestone, before, "open"),
    nativeClosed:
      milestone.nativeClosed +
      countIn(milestone, after, "closed") -
      countIn(milestone, before, "closed"),
  }));
  return { ...facts, repository: { ...facts.repository, milestones } };
}

function countIn(
  { number }: ObservedMilestone,
  issue: ObservedIssue,
  state: ObservedIssue["state"],
): number {
  return issue.milestone === number && issue.state === state ? 1 : 0;
}

function withNeeds(facts: PlanFacts, number: number, needs: string | null): PlanFacts {
  const milestones = facts.repository.milestones.map((milestone) => {
    if (milestone.number !== number) return milestone;
    const lines = readMilestoneLines(milestone.description);
    return {
      ...milestone,
      description: writeMilestoneLines(milestone.description, { ...lines, needs }),
    };
  });
  return { ...facts, repository: { ...facts.repository, milestones } };
}
