/** The edges a person draws between issues on the web site. All need triage. */
import { connect, disconnect } from "./connections.ts";
import { addBlockedBy, removeBlockedBy } from "./dependencies.ts";
import { requireIssue } from "./lookup.ts";
import type { Issue } from "./model.ts";
import { enterIssue, type PersonContext, type RepositoryName } from "./person-context.ts";
import { addSubIssue, removeSubIssue } from "./sub-issues.ts";

/** An issue of any repository. */
export interface IssueName {
  /** `owner/name` */
  readonly repo: string;
  readonly number: number;
}

/** The acts on edges between issues that `world.as(login)` offers. */
export function edgeActions(context: PersonContext) {
  const { state, actor } = context;
  const enter = (repo: RepositoryName, number: number, act: string): Issue =>
    enterIssue(context, repo, number, { needed: "triage", act });
  const find = (issue: Issue, name: IssueName | number): Issue =>
    typeof name === "number"
      ? requireIssue(issue.repository, name)
      : requireIssue(state.repository(name.repo), name.number);
  return {
    /** The blocker is a number in the same repository or `{repo, number}`. */
    addBlockedBy(repo: RepositoryName, number: number, blocker: IssueName | number): void {
      const issue = enter(repo, number, "add a dependency");
      addBlockedBy(state, actor, issue, find(issue, blocker));
    },
    removeBlockedBy(repo: RepositoryName, number: number, blocker: IssueName | number): void {
      const issue = enter(repo, number, "remove a dependency");
      removeBlockedBy(state, actor, issue, find(issue, blocker));
    },
    /** In the sidebar; the issue may be of another repository. */
    linkPullRequest(repo: RepositoryName, pull: number, issue: IssueName | number): void {
      const found = enter(repo, pull, "link an issue");
      connect(state, actor, found, find(found, issue));
    },
    unlinkPullRequest(repo: RepositoryName, pull: number, issue: IssueName | number): void {
      const found = enter(repo, pull, "unlink an issue");
      disconnect(state, actor, found, find(found, issue));
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
