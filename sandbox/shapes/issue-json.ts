/** Issues, pull requests and comments in REST's shape. */

import { issueTypeJson } from "../world/issues.ts";
import type { Comment, Issue } from "../world/model.ts";
import { accountJson, authorAssociation, issueAssociation } from "./account-json.ts";
import { commentPage, issuePage, repositoryApi } from "./addresses.ts";
import { labelJson, milestoneJson } from "./catalogue-json.ts";
import { reactionRollup } from "./reaction-json.ts";

/** Open issues among those given. */
export function countOpen(issues: Iterable<Issue>): number {
  let open = 0;
  for (const issue of issues) if (issue.state === "open") open += 1;
  return open;
}

/** An issue; a pull request comes with `pull_request`, as in GitHub's lists of issues. */
export function issueJson(issue: Issue): Record<string, unknown> {
  const url = `${repositoryApi(issue.repository)}/issues/${issue.number}`;
  return {
    ...textAndState(issue, url),
    ...planning(issue),
    ...(issue.pull === null ? {} : { draft: issue.pull.isDraft, pull_request: pullLinks(issue) }),
    sub_issues_summary: subIssuesSummary(issue),
    issue_dependencies_summary: dependenciesSummary(issue),
    issue_field_values: [],
    reactions: reactionRollup(issue, url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    pinned_comment: null,
  };
}

function textAndState(issue: Issue, url: string): Record<string, unknown> {
  return {
    url,
    repository_url: repositoryApi(issue.repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issuePage(issue),
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    body: issue.body === "" ? null : issue.body,
    user: accountJson(issue.author),
    author_association: issueAssociation(issue),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : accountJson(issue.closedBy),
  };
}

function planning(issue: Issue): Record<string, unknown> {
  const assignees = [...issue.assignees].map(accountJson);
  const { parent } = issue;
  return {
    labels: [...issue.labels].map(labelJson),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: issue.milestone === null ? null : milestoneJson(issue.milestone),
    type: issue.type === null ? null : issueTypeJson(issue.type),
    ...(parent === null
      ? {}
      : { parent_issue_url: `${repositoryApi(parent.repository)}/issues/${parent.number}` }),
  };
}

function pullLinks(issue: Issue): Record<string, unknown> {
  const url = `${repositoryApi(issue.repository)}/pulls/${issue.number}`;
  return { url, html_url: issuePage(issue), merged_at: issue.pull?.mergedAt ?? null };
}

function subIssuesSummary({ subIssues }: Issue): Record<string, number> {
  const total = subIssues.length;
  const completed = total - countOpen(subIssues);
  return {
    total,
    completed,
    percent_completed: total === 0 ? 0 : Math.floor((completed * 100) / total),
  };
}

function dependenciesSummary(issue: Issue): Record<string, number> {
  return {
    blocked_by: countOpen(issue.blockedBy),
    total_blocked_by: issue.blockedBy.size,
    blocking: countOpen(issue.blocking),
    total_blocking: issue.blocking.size,
  };
}

/** A comment of an issue or pull request. */
export function commentJson(comment: Comment): Record<string, unknown> {
  const url = `${repositoryApi(comment.issue.repository)}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: commentPage(comment),
    issue_url: `${repositoryApi(comment.issue.repository)}/issues/${comment.issue.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: accountJson(comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: authorAssociation(comment.issue.repository, comment.author),
    body: comment.body,
    reactions: reactionRollup(comment, url),
    performed_via_github_app: null,
    minimized: comment.minimizedReason === null ? null : { reason: comment.minimizedReason },
  };
}
