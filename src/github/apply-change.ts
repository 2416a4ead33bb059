/** The only code that writes to GitHub: each kind of change has its place in `changes/`. */
import type { Applied, Change, CommentChange, FactChange } from "../engine/change.ts";
import type { ChangeApplier, RepositoryAddress } from "../engine/ports.ts";
import { closeIssue } from "./changes/close-issue.ts";
import { addComment, editComment, hideComment } from "./changes/comment.ts";
import { commitFiles } from "./changes/commit-files.ts";
import { createIssue } from "./changes/create-issue.ts";
import { editAssignee } from "./changes/edit-assignee.ts";
import { editBlocker } from "./changes/edit-blocker.ts";
import { editIssueBody } from "./changes/edit-issue-body.ts";
import { addLabel, removeLabel } from "./changes/edit-label.ts";
import { editMilestoneDescription } from "./changes/edit-milestone-description.ts";
import { pinIssue } from "./changes/pin-issue.ts";
import { proposeFiles } from "./changes/propose-files.ts";
import { react, unreact } from "./changes/react.ts";
import { reopenIssue } from "./changes/reopen-issue.ts";
import { reportCheck } from "./changes/report-check.ts";
import { setMilestone } from "./changes/set-milestone.ts";
import { setParent } from "./changes/set-parent.ts";
import { withdrawFiles } from "./changes/withdraw-files.ts";
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
      return closeIssue(octokit, change);
    case "commit-files":
      return commitFiles(octokit, address, change);
    case "propose-files":
      return proposeFiles(octokit, address, change);
    case "withdraw-files":
      return withdrawFiles(octokit, change);
    case "report-check":
      return reportCheck(octokit, address, change.report);
    case "add-comment":
    case "edit-comment":
    case "hide-comment":
    case "show-comment":
    case "react":
    case "unreact":
      return applyCommentChange(octokit, change);
    default:
      return applyFactChange(octokit, address, change);
  }
}

function applyCommentChange(octokit: Octokit, change: CommentChange): Promise<Applied> {
  switch (change.kind) {
    case "add-comment":
      return addComment(octokit, change);
    case "edit-comment":
      return editComment(octokit, change);
    case "hide-comment":
    case "show-comment":
      return hideComment(octokit, change);
    case "react":
      return react(octokit, change);
    case "unreact":
      return unreact(octokit, change);
  }
}

function applyFactChange(
  octokit: Octokit,
  address: RepositoryAddress,
  change: FactChange,
): Promise<Applied> {
  switch (change.kind) {
    case "reopen-issue":
      return reopenIssue(octokit, change.issueId);
    case "set-milestone":
      return setMilestone(octokit, address, change);
    case "add-blocker":
    case "remove-blocker":
      return editBlocker(octokit, change);
    case "set-parent":
      return setParent(octokit, change);
    case "add-label":
      return addLabel(octokit, address, change);
    case "remove-label":
      return removeLabel(octokit, address, change);
    case "assign":
    case "unassign":
      return editAssignee(octokit, address, change);
    case "edit-milestone-description":
      return editMilestoneDescription(octokit, address, change);
  }
}
