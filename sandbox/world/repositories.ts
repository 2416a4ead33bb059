/** Creating, renaming and archiving repositories. */
import { addCommit, addRef, changedFiles, type FileChange } from "./commits.ts";
import { addLabel } from "./labels.ts";
import type { Account, Repository } from "./model.ts";
import { invalid } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly files?: Readonly<Record<string, FileChange>>;
  readonly defaultBranch?: string;
  /** The account that owns it is an organisation, if it is new. */
  readonly isOrganization?: boolean;
  readonly hasIssues?: boolean;
}

const DEFAULT_LABELS: readonly (readonly [string, string, string])[] = [
  ["bug", "d73a4a", "Something isn't working"],
  ["documentation", "0075ca", "Improvements or additions to documentation"],
  ["enhancement", "a2eeef", "New feature or request"],
];

/** Creates a repository with a first commit of the given files, and sends `repository.created`. */
export function createRepository(state: WorldState, input: NewRepository): Repository {
  const owner = state.account(input.owner, input.isOrganization ? "Organization" : "User");
  const nameWithOwner = `${owner.login}/${input.name}`;
  if (state.findRepository(nameWithOwner) !== undefined) {
    throw invalid("Repository", "name", "custom", "name already exists on this account");
  }
  const at = state.tick();
  const defaultBranch = input.defaultBranch ?? "main";
  const repository: Repository = {
    kind: "repository",
    ...state.identify("R"),
    ...{ owner, name: input.name, nameWithOwner, defaultBranch },
    ...{ createdAt: at, updatedAt: at, pushedAt: at, isArchived: false },
    ...{ isPrivate: input.isPrivate ?? false, hasIssues: input.hasIssues ?? true },
    ...{ nextNumber: 1, nextMilestone: 1, issues: new Map(), deletedNumbers: new Set() },
    ...{ transferred: new Map(), milestones: new Map(), labels: new Map(), pins: [] },
    ...{
      refs: new Map(),
      protectedBranches: new Set(),
      commits: new Map(),
      blobs: new Map(),
      roles: new Map(),
    },
    ...{ watchers: new Set([owner.login.toLowerCase(), "maintainer"]) },
    recency: { sorted: [], isStale: false },
  };
  state.repositories.push(repository);
  state.namesTaken.set(nameWithOwner.toLowerCase(), repository);
  state.nodes.set(repository.nodeId, repository);
  for (const [name, color, description] of DEFAULT_LABELS) {
    addLabel(state, repository, { name, color, description }, true);
  }
  const files = changedFiles(repository, new Map(), new Map(Object.entries(input.files ?? {})));
  const content = { message: "Initial commit", files, parents: [] };
  addRef(state, repository, defaultBranch, addCommit(state, owner, repository, content));
  state.emit({ name: "repository", action: "created", repository, sender: owner, parts: {} });
  return repository;
}

/** Renames a repository; its earlier name goes on finding it. */
export function renameRepository(
  state: WorldState,
  actor: Account,
  repository: Repository,
  name: string,
): void {
  state.tick();
  const from = repository.name;
  repository.name = name;
  repository.nameWithOwner = `${repository.owner.login}/${name}`;
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
