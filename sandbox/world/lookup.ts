/** Finds things in a repository, refusing in GitHub's words what is not there. */
import type { Comment, Issue, Label, Milestone, Repository } from "./model.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** The issue or pull request of that number; throws "gone" once deleted, "not-found" otherwise. */
export function requireIssue(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number);
  if (issue !== undefined) return issue;
  if (repository.deletedNumbers.has(number)) throw new WorldError("gone", "This issue was deleted");
  const message = `Could not resolve to an issue or pull request with the number of ${number}.`;
  throw new WorldError("not-found", message);
}

/** The milestone of that number; throws "not-found". */
export function requireMilestone(repository: Repository, number: number): Milestone {
  const milestone = repository.milestones.get(number);
  if (milestone === undefined) throw new WorldError("not-found", "Not Found");
  return milestone;
}

/** The label of that name, in any case; throws "not-found". */
export function requireLabel(repository: Repository, name: string): Label {
  const label = repository.labels.get(name.toLowerCase());
  if (label === undefined) throw new WorldError("not-found", "Not Found");
  return label;
}

/** The issue comment of that database id; throws "not-found". */
export function requireComment(state: WorldState, repository: Repository, id: number): Comment {
  const comment = state.comments.get(id);
  if (comment === undefined || comment.issue.repository !== repository) {
    throw new WorldError("not-found", "Not Found");
  }
  return comment;
}

/** Refuses any change in an archived repository. */
export function requireWritable(repository: Repository): void {
  if (repository.isArchived) {
    throw new WorldError("archived", "Repository was archived so is read-only.");
  }
}
