/** Changing a repository as a whole: its name, visibility, default branch; archiving and deleting it. */
import { requireRef } from "./commits.ts";
import { requireWritable } from "./lookup.ts";
import type { Account, Repository } from "./model.ts";
import { invalid } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Renames a repository; its earlier name goes on finding it. */
export function renameRepository(
  state: WorldState,
  actor: Account,
  repository: Repository,
  name: string,
): void {
  const wanted = `${repository.owner.login}/${name}`;
  const other = state.findRepository(wanted);
  if (other !== undefined && other !== repository && other.name === name) {
    throw invalid("Repository", "name", "custom", "name already exists on this account");
  }
  state.tick();
  const from = repository.name;
  repository.name = name;
  repository.nameWithOwner = wanted;
  state.namesTaken.set(repository.nameWithOwner.toLowerCase(), repository);
  const parts = { changes: { repository: { name: { from } } } };
  state.emit({ name: "repository", action: "renamed", repository, sender: actor, parts });
}

/** Archives a repository (everything in it becomes read-only) or brings it back. */
export function archiveRepository(
  state: WorldState,
  actor: Account,
  repository: Repository,
  isArchived: boolean,
): void {
  if (repository.isArchived === isArchived) return;
  state.tick();
  repository.isArchived = isArchived;
  const action = isArchived ? "archived" : "unarchived";
  state.emit({ name: "repository", action, repository, sender: actor, parts: {} });
}

/** Makes a repository private or public. */
export function setVisibility(
  state: WorldState,
  actor: Account,
  repository: Repository,
  isPrivate: boolean,
): void {
  if (repository.isPrivate === isPrivate) return;
  state.tick();
  repository.isPrivate = isPrivate;
  const action = isPrivate ? "privatized" : "publicized";
  state.emit({ name: "repository", action, repository, sender: actor, parts: {} });
}

/** Makes another branch the default one. */
export function setDefaultBranch(
  state: WorldState,
  actor: Account,
  repository: Repository,
  branch: string,
): void {
  requireWritable(repository);
  const from = repository.defaultBranch;
  const { name } = requireRef(repository, branch);
  if (name === from) return;
  state.tick();
  repository.defaultBranch = name;
  const parts = { changes: { default_branch: { from } } };
  state.emit({ name: "repository", action: "edited", repository, sender: actor, parts });
}

/** Switches issues on or off; GitHub tells nobody. */
export function setIssuesEnabled(
  state: WorldState,
  repository: Repository,
  isEnabled: boolean,
): void {
  if (repository.hasIssues === isEnabled) return;
  state.tick();
  repository.hasIssues = isEnabled;
}

/** Deletes a repository: nothing in it is found any more, by any of its names. */
export function deleteRepository(state: WorldState, actor: Account, repository: Repository): void {
  state.tick();
  state.emit({ name: "repository", action: "deleted", repository, sender: actor, parts: {} });
  state.repositories.splice(state.repositories.indexOf(repository), 1);
  for (const [name, found] of state.namesTaken) {
    if (found === repository) state.namesTaken.delete(name);
  }
  state.nodes.delete(repository.nodeId);
  for (const issue of repository.issues.values()) {
    state.nodes.delete(issue.nodeId);
    state.issuesById.delete(issue.id);
    for (const comment of issue.comments) state.comments.delete(comment.id);
  }
}
