/** Parents and sub-issues: one parent each, 100 sub-issues per parent, 8 levels. Moves no `updatedAt`. */
import { requireWritable } from "./lookup.ts";
import type { Account, Issue } from "./model.ts";
import { record } from "./timeline.ts";
import { invalid, invalidRecord } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

const SUB_ISSUE_LIMIT = 100;
const LEVEL_LIMIT = 8;

/** Makes `child` a sub-issue of `parent`, taking it from another parent only when told to. */
export function addSubIssue(
  state: WorldState,
  actor: Account,
  parent: Issue,
  child: Issue,
  replaceParent = false,
): void {
  requireWritable(parent.repository);
  requireAllowed(parent, child, replaceParent);
  if (child.parent !== null) removeSubIssue(state, actor, child.parent, child);
  state.tick();
  child.parent = parent;
  parent.subIssues.push(child);
  record(state, parent, actor, "SubIssueAddedEvent", { subIssue: child });
  record(state, child, actor, "ParentIssueAddedEvent", { parent });
  tellBothEnds(state, actor, parent, child, "added");
}

/** Takes `child` away from `parent`. */
export function removeSubIssue(
  state: WorldState,
  actor: Account,
  parent: Issue,
  child: Issue,
): void {
  requireWritable(parent.repository);
  if (child.parent !== parent) {
    throw invalid(
      "SubIssue",
      "sub_issue_id",
      "invalid",
      "The issue is not a sub-issue of that one",
    );
  }
  state.tick();
  child.parent = null;
  parent.subIssues.splice(parent.subIssues.indexOf(child), 1);
  record(state, parent, actor, "SubIssueRemovedEvent", { subIssue: child });
  record(state, child, actor, "ParentIssueRemovedEvent", { parent });
  tellBothEnds(state, actor, parent, child, "removed");
}

function requireAllowed(parent: Issue, child: Issue, replaceParent: boolean): void {
  if (parent.pull !== null) throw refusal("Parent may only be an issue");
  if (child.pull !== null) throw refusal("Sub issue may only be an issue");
  const oneParent = "Sub issue may only have one parent";
  if (child.parent === parent) {
    throw refusal(`Issue may not contain duplicate sub-issues and ${oneParent}`);
  }
  if (child.parent !== null && !replaceParent) throw refusal(oneParent);
  if (parent.subIssues.length >= SUB_ISSUE_LIMIT) {
    throw refusal(`Parent cannot have more than ${SUB_ISSUE_LIMIT} sub-issues`);
  }
  if (ancestors(parent).includes(child))
    throw refusal("Sub issue may not create a circular dependency");
  if (ancestors(parent).length + depth(child) > LEVEL_LIMIT) {
    throw refusal(`Sub issues cannot be nested deeper than ${LEVEL_LIMIT} levels`);
  }
}

function refusal(message: string) {
  return invalidRecord(
    "An error occurred while adding the sub-issue to the parent issue.",
    message,
  );
}

function ancestors(issue: Issue): readonly Issue[] {
  return issue.parent === null ? [issue] : [issue, ...ancestors(issue.parent)];
}

function depth(issue: Issue): number {
  return 1 + Math.max(0, ...issue.subIssues.map(depth));
}

function tellBothEnds(
  state: WorldState,
  sender: Account,
  parent: Issue,
  child: Issue,
  change: "added" | "removed",
): void {
  const parts = {
    ...{ sub_issue: child, sub_issue_id: child.id },
    ...{ parent_issue: parent, parent_issue_id: parent.id },
  };
  const name = "sub_issues";
  state.emit({
    ...{ name, action: `parent_issue_${change}`, repository: child.repository, sender },
    parts: { ...parts, parent_issue_repo: parent.repository },
  });
  state.emit({
    ...{ name, action: `sub_issue_${change}`, repository: parent.repository, sender },
    parts: { ...parts, sub_issue_repo: child.repository },
  });
}
