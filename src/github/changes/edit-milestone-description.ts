/**
 * Edits a milestone's description. GitHub has no guard against lost updates here, so it is read just before
 * and the edit is computed from that; what would change nothing is not written. GitHub keeps no earlier
 * descriptions, so a person's edit in the moment between read and write can't be found again.
 */
import type { Applied, Change } from "../../engine/change.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { goneMilestone, writeRest } from "../call-rest.ts";
import type { Octokit } from "../octokit.ts";

type EditMilestoneDescription = Extract<Change, { kind: "edit-milestone-description" }>;

export async function editMilestoneDescription(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { milestone, edit }: EditMilestoneDescription,
): Promise<Applied> {
  const route = "/repos/{owner}/{repo}/milestones/{milestone_number}";
  const parameters = { owner, repo: name, milestone_number: milestone };
  const whenGone = goneMilestone(milestone);
  const { data } = await writeRest(() => octokit.request(`GET ${route}`, parameters), whenGone);
  const current = data.description ?? "";
  const wanted = edit(current);
  if (wanted === undefined || wanted === current) return { kind: "unchanged", body: current };
  const edited = { ...parameters, description: wanted };
  await writeRest(() => octokit.request(`PATCH ${route}`, edited), whenGone);
  return { kind: "fact-changed" };
}
