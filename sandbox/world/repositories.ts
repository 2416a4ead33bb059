/** Creating repositories. */
import { addCommit, addRef, changedFiles, type FileChange } from "./commits.ts";
import { addLabel } from "./labels.ts";
import type { Repository } from "./model.ts";
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
  if (state.findRepository(nameWithOwner)?.nameWithOwner === nameWithOwner) {
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
      rulesets: [],
      commits: new Map(),
      blobs: new Map(),
      roles: new Map(),
      roleNames: new Map(),
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
