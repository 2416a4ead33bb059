/** Pull requests in the shapes of `pulls` and of `pull_request` deliveries. */
import type { Commit, Issue, PullRequest, Repository } from "../world/model.ts";
import { pullChanges } from "../world/pull-changes.ts";
import { accountJson } from "./account-json.ts";
import { issuePage, repositoryApi } from "./addresses.ts";
import { issueJson } from "./issue-json.ts";
import { repositoryJson } from "./repository-json.ts";

/** Fields issues have and pull requests do not. */
const ISSUES_ONLY = new Set([
  ...["sub_issues_summary", "issue_dependencies_summary", "issue_field_values", "pinned_comment"],
  ...["timeline_url", "performed_via_github_app", "reactions", "state_reason", "type", "closed_by"],
  ...["pull_request", "repository_url", "labels_url", "events_url", "parent_issue_url", "comments"],
]);

/** A pull request as lists have it; throws when given an issue. */
export function pullItemJson(issue: Issue): Record<string, unknown> {
  const { repository } = issue;
  const pull = requirePull(issue);
  const kept = Object.entries(issueJson(issue)).filter(([name]) => !ISSUES_ONLY.has(name));
  return {
    ...Object.fromEntries(kept),
    ...addresses(issue, pull),
    ...{ draft: pull.isDraft, auto_merge: null, requested_reviewers: [], requested_teams: [] },
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit?.sha ?? null,
    head: end(repository, pull.headRef, pull.headCommit),
    base: end(repository, pull.baseRef, pull.baseCommit),
  };
}

/** A pull request as it answers for itself. */
export function pullJson(issue: Issue): Record<string, unknown> {
  const pull = requirePull(issue);
  const isMerged = pull.mergedAt !== null;
  return {
    ...pullItemJson(issue),
    merged: isMerged,
    merged_by: pull.mergedBy === null ? null : accountJson(pull.mergedBy),
    ...{ mergeable: isMerged ? null : true, rebaseable: isMerged ? null : true },
    mergeable_state: isMerged ? "unknown" : "clean",
    maintainer_can_modify: false,
    ...{ comments: issue.comments.length, review_comments: 0, commits: 1 },
    ...sizeOf(pull),
  };
}

function sizeOf(pull: PullRequest): Record<string, number> {
  const files = pullChanges(pull);
  const sum = (count: "additions" | "deletions") =>
    files.reduce((total, file) => total + file[count], 0);
  return {
    ...{ additions: sum("additions"), deletions: sum("deletions") },
    changed_files: files.length,
  };
}

function requirePull({ pull, number }: Issue): PullRequest {
  if (pull === null) throw new Error(`sandbox: #${number} is not a pull request`);
  return pull;
}

function addresses(issue: Issue, { headCommit: { sha } }: PullRequest): Record<string, unknown> {
  const { repository, number } = issue;
  const api = repositoryApi(repository);
  const page = issuePage(issue);
  const urls = {
    self: `${api}/pulls/${number}`,
    html: page,
    issue: `${api}/issues/${number}`,
    comments: `${api}/issues/${number}/comments`,
    review_comments: `${api}/pulls/${number}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${api}/pulls/${number}/commits`,
    statuses: `${api}/statuses/${sha}`,
  };
  const { self, html, ...others } = urls;
  return {
    ...{ url: self, html_url: html, diff_url: `${page}.diff`, patch_url: `${page}.patch` },
    ...Object.fromEntries(Object.entries(others).map(([name, url]) => [`${name}_url`, url])),
    _links: Object.fromEntries(Object.entries(urls).map(([name, href]) => [name, { href }])),
  };
}

function end(repository: Repository, branch: string, { sha }: Commit): Record<string, unknown> {
  return {
    label: `${repository.owner.login}:${branch}`,
    ref: branch,
    sha,
    user: accountJson(repository.owner),
    repo: repositoryJson(repository),
  };
}
