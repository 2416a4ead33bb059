/** What a person sets on issues on the web site: labels, milestone, people. All need triage. */
import { addLabels, assign, removeLabel, setMilestone, setType, unassign } from "./issue-fields.ts";
import { requireLabel, requireMilestone } from "./lookup.ts";
import type { Issue } from "./model.ts";
import { enterIssue, type PersonContext, type RepositoryName } from "./person-context.ts";

/** The planning acts that `world.as(login)` offers. */
export function planningActions(context: PersonContext) {
  const { state, actor } = context;
  const enter = (repo: RepositoryName, number: number, act: string): Issue =>
    enterIssue(context, repo, number, { needed: "triage", act });
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
  };
}
