/** The only code that writes to GitHub: each kind of change has a file of its own in `changes/`. */
import type { Applied, Change } from "../engine/change.ts";
import type { ChangeApplier, RepositoryAddress } from "../engine/ports.ts";
import { closeIssue } from "./changes/close-issue.ts";
import { commitFiles } from "./changes/commit-files.ts";
import { createIssue } from "./changes/create-issue.ts";
import { editIssueBody } from "./changes/edit-issue-body.ts";
import { pinIssue } from "./changes/pin-issue.ts";
import { connect, type Octokit, type OctokitFor } from "./octokit.ts";

export function createChangeApplier(octokitFor: OctokitFor): ChangeApplier {
  return {
    async apply(address, change) {
      return applyChange(await connect(octokitFor, address.installation), address, change);
    },
  };
}

function applyChange(
  octokit: Octokit,
  address: RepositoryAddress,
  change: Change,
): Promise<Applied> {
  switch (change.kind) {
    case "create-issue":
      return createIssue(octokit, address, change);
    case "edit-issue-body":
      return editIssueBody(octokit, change);
    case "pin-issue":
      return pinIssue(octokit, change.issueId);
    case "close-issue":
      return closeIssue(octokit, change.issueId);
    case "commit-files":
      return commitFiles(octokit, address, change);
  }
}
