/** What a person sets on issues on the web site: labels, milestone, people, edges. All need triage. */
import { addBlockedBy, removeBlockedBy } from "./dependencies.ts";
import { addLabels, assign, removeLabel, setMilestone, setType, unassign } from "./issue-fields.ts";
import { requireIssue, requireLabel, requireMilestone } from "./lookup.ts";
import type { Issue } from "./model.ts";
import { enterIssue, type PersonContext, type RepositoryName } from "./person-context.ts";
import { addSubIssue, removeSubIssue } from "./sub-issues.ts";

/** An issue of any repository. */
export interface IssueName {
  /** `owner/name` */
  readonly repo: string;
  readonly number: number;
}

/** The planning acts that `world.as(login)` offers. */
export function planningActions(context: PersonContext) {
  const { state, actor } = context;
  const enter = (repo: RepositoryName, number: number, act: string): Issue =>
    enterIssue(context, repo, number, { needed: "triage", act });
  const find = (issue: Issue, name: IssueName | number): Issue =>
    typeof name === "number"
      ? requireIssue(issue.repository, name)
      : requireIssue(state.repository(name.repo), name.number);
  return {
    setMilestone(repo: RepositoryName, number: number, milestone: number | null): void {
      const issue = enter(repo, number, "set the milestone");
      const target = milestone === null ? null : requireMilestone(issue.repository, milestone);
      setMilestone(state, actor, issue, target);
    },
    addLabels(repo: RepositoryName, number: number, labels: readonly string[]): void {
      addLabels(state, actor, enter(repo, number, "label it"), labels);
    },
    removeLabel(repo: RepositoryName, number: number, label: string): void {
      const issue = enter(repo, number, "take a label off");
      removeLabel(state, actor, issue, requireLabel(issue.repository, label));
    },
    assign(repo: RepositoryName, number: number, ...logins: (string | readonly string[])[]): void {
      assign(state, actor, enter(repo, number, "assign it"), logins.flat());
    },
    unassign(
      repo: RepositoryName,
      number: number,
      ...logins: (string | readonly string[])[]
    ): void {
      unassign(state, actor, enter(repo, number, "unassign it"), logins.flat());
    },
    setType(repo: RepositoryName, number: number, type: string | null): void {
      setType(state, actor, enter(repo, number, "set the type"), type);
    },
    /** The blocker is a number in the same repository or `{repo, number}`. */
    addBlockedBy(repo: RepositoryName, number: number, blocker: IssueName | number): void {
      const issue = enter(repo, number, "add a dependency");
      addBlockedBy(state, actor, issue, find(issue, blocker));
    },
    removeBlockedBy(repo: RepositoryName, number: number, blocker: IssueName | number): void {
      const issue = enter(repo, number, "remove a dependency");
      removeBlockedBy(state, actor, issue, find(issue, blocker));
    },
    addSubIssue(repo: RepositoryName, parent: number, child: IssueName | number): void {
      const issue = enter(repo, parent, "add a sub-issue");
      addSubIssue(state, actor, issue, find(issue, child));
    },
    removeSubIssue(repo: RepositoryName, parent: number, child: IssueName | number): void {
      const issue = enter(repo, parent, "remove a sub-issue");
      removeSubIssue(state, actor, issue, find(issue, child));
    },
  };
}
