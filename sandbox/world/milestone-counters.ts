/** A milestone's members and its counters of open and closed ones, pull requests included. */
import type { Issue, Milestone } from "./model.ts";

/** Puts the issue in a milestone, or in none. */
export function moveToMilestone(issue: Issue, milestone: Milestone | null): void {
  leave(issue);
  issue.milestone = milestone;
  if (milestone !== null) enter(issue, milestone);
}

/** Changes the issue's state and keeps its milestone's counters true. */
export function changeState(issue: Issue, state: Issue["state"]): void {
  const { milestone } = issue;
  leave(issue);
  issue.state = state;
  if (milestone !== null) enter(issue, milestone);
}

function enter(issue: Issue, milestone: Milestone): void {
  milestone.issues.add(issue);
  if (issue.state === "open") milestone.openIssues += 1;
  else milestone.closedIssues += 1;
}

function leave(issue: Issue): void {
  const { milestone } = issue;
  if (milestone === null) return;
  milestone.issues.delete(issue);
  if (issue.state === "open") milestone.openIssues -= 1;
  else milestone.closedIssues -= 1;
}
