/**
 * Assigns somebody to an issue, or no longer. GitHub leaves out whom it can't assign without a word, so its
 * answer is looked at.
 */
import type { Applied, Change } from "../../engine/change.ts";
import { RefusedError } from "../../engine/errors.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { goneIssue, writeRest } from "../call-rest.ts";
import type { Octokit } from "../octokit.ts";

type EditAssignee = Extract<Change, { kind: "assign" | "unassign" }>;

export async function editAssignee(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { kind, issue, login }: EditAssignee,
): Promise<Applied> {
  const route = "/repos/{owner}/{repo}/issues/{issue_number}/assignees";
  const parameters = { owner, repo: name, issue_number: issue, assignees: [login] };
  const whenGone = goneIssue(issue);
  if (kind === "unassign") {
    await writeRest(() => octokit.request(`DELETE ${route}`, parameters), whenGone);
    return { kind: "fact-changed" };
  }
  const { data } = await writeRest(() => octokit.request(`POST ${route}`, parameters), whenGone);
  const assigned = (data.assignees ?? []).map((one) => one.login.toLowerCase());
  if (!assigned.includes(login.toLowerCase())) throw new RefusedError(unassignable(login, issue));
  return { kind: "fact-changed" };
}

function unassignable(login: string, issue: number): string {
  return `GitHub can't assign ${login} to #${issue}. It takes people who can write to this repository, who belong to its organization or who have commented on the issue, ten at most.`;
}
