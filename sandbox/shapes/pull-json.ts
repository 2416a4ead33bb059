/** Pull requests in the shape of `pulls` and of `pull_request` deliveries. */
import type { Issue, Repository } from "../world/model.ts";
import { accountJson } from "./account-json.ts";
import { issueJson } from "./issue-json.ts";
import { repositoryJson } from "./repository-json.ts";

/** A pull request; throws when given an issue. */
export function pullJson(issue: Issue): Record<string, unknown> {
  const { pull, repository } = issue;
  if (pull === null) throw new Error(`sandbox: #${issue.number} is not a pull request`);
  const { pull_request: links, ...shared } = issueJson(issue);
  return {
    ...shared,
    ...(links as object),
    merged: pull.mergedAt !== null,
    merged_at: pull.mergedAt,
    merged_by: pull.mergedBy === null ? null : accountJson(pull.mergedBy),
    merge_commit_sha: pull.mergeCommit?.sha ?? null,
    head: end(repository, pull.headRef),
    base: end(repository, pull.baseRef),
  };
}

function end(repository: Repository, branch: string): Record<string, unknown> {
  return {
    label: `${repository.owner.login}:${branch}`,
    ref: branch,
    sha: repository.refs.get(branch)?.target.sha ?? null,
    user: accountJson(repository.owner),
    repo: repositoryJson(repository),
  };
}
