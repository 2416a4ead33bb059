/** Several branches made, moved and deleted at once, each only if it is where its mover believes it to be. */
import { requireAllowed } from "./branch-rules.ts";
import type { Account, Commit, Repository } from "./model.ts";
import { contains, createRef, deleteRef, moveRef } from "./refs.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Stands for no branch: before, it must not exist; after, it is deleted. */
const NOTHING = "0".repeat(40);

export interface RefUpdate {
  /** `refs/heads/main`. */
  readonly name: string;
  readonly beforeOid?: string | null;
  readonly afterOid: string;
  readonly force?: boolean | null;
}

/** All or nothing: no branch moves where one of them may not. */
export function updateRefs(
  state: WorldState,
  actor: Account,
  repository: Repository,
  updates: readonly RefUpdate[],
): void {
  for (const update of updates) check(repository, actor, update);
  for (const update of updates) perform(state, actor, repository, update);
}

function nameOf({ name }: RefUpdate): string {
  const [, branch] = /^refs\/heads\/(.+)$/.exec(name) ?? [];
  if (branch === undefined) throw new WorldError("unprocessable", `${name} is not a branch.`);
  return branch;
}

function check(repository: Repository, actor: Account, update: RefUpdate): void {
  const branch = nameOf(update);
  const present = repository.refs.get(branch)?.target;
  if (update.beforeOid != null && (present?.sha ?? NOTHING) !== update.beforeOid) {
    const message = `Expected ${update.name} to point to "${update.beforeOid}" but it did not.`;
    throw new WorldError("unprocessable", message);
  }
  if (update.afterOid === NOTHING) {
    requireAllowed(repository, actor, { branch, kind: "delete" });
    return;
  }
  const target = targetOf(repository, update);
  if (present === undefined) {
    requireAllowed(repository, actor, { branch, kind: "create" });
    return;
  }
  const isForward = contains(target, present);
  if (!isForward && update.force !== true) {
    throw new WorldError("unprocessable", `${update.name}: update is not a fast forward`);
  }
  requireAllowed(repository, actor, { branch, kind: isForward ? "update" : "force" });
}

function targetOf(repository: Repository, { afterOid }: RefUpdate): Commit {
  const target = repository.commits.get(afterOid);
  if (target !== undefined) return target;
  throw new WorldError("unprocessable", `"${afterOid}" is not a commit of the repository.`);
}

function perform(
  state: WorldState,
  actor: Account,
  repository: Repository,
  update: RefUpdate,
): void {
  const name = nameOf(update);
  const ref = repository.refs.get(name);
  if (update.afterOid === NOTHING) {
    if (ref) deleteRef(state, actor, ref);
    return;
  }
  const target = targetOf(repository, update);
  if (ref) moveRef(state, actor, ref, target, update.force === true);
  else createRef(state, actor, repository, { name, target });
}
