/**
 * Addresses of things, as github.com would have them: they do not depend on the sandbox's port, so
 * two runs give the same bytes.
 */
import type { Comment, Issue, Milestone, Repository } from "../world/model.ts";

export const WEB = "https://github.com";
export const API = "https://api.github.com";

/** The repository's page. */
export function repositoryPage(repository: Repository): string {
  return `${WEB}/${repository.nameWithOwner}`;
}

/** The repository's address in the REST API. */
export function repositoryApi(repository: Repository): string {
  return `${API}/repos/${repository.nameWithOwner}`;
}

/** The page of an issue or pull request. */
export function issuePage(issue: Issue): string {
  const room = issue.pull === null ? "issues" : "pull";
  return `${repositoryPage(issue.repository)}/${room}/${issue.number}`;
}

/** The page of a milestone. */
export function milestonePage(milestone: Milestone): string {
  return `${repositoryPage(milestone.repository)}/milestone/${milestone.number}`;
}

/** The place of a comment in its issue's page. */
export function commentPage(comment: Comment): string {
  return `${issuePage(comment.issue)}#issuecomment-${comment.id}`;
}
