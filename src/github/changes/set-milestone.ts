/** Puts an issue into a milestone, or into none. By REST, which takes the milestone's number. */
import type { Applied, Change } from "../../engine/change.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { goneIssue, writeRest } from "../call-rest.ts";
import type { Octokit } from "../octokit.ts";

type SetMilestone = Extract<Change, { kind: "set-milestone" }>;

export async function setMilestone(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { issue, milestone }: SetMilestone,
): Promise<Applied> {
  const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
  const parameters = { owner, repo: name, issue_number: issue, milestone };
  await writeRest(() => octokit.request(route, parameters), goneIssue(issue));
  return { kind: "fact-changed" };
}
