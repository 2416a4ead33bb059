/** Making, moving and deleting branches, and telling of it: each of them is a push. */
import { requireAllowed } from "./branch-rules.ts";
import { addRef, tellOfPush } from "./commits.ts";
import { requireWritable } from "./lookup.ts";
import type { Account, Commit, Ref, Repository } from "./model.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Points a new branch at a commit; refuses a name in use. */
export function createRef(
  state: WorldState,
  actor: Account,
  repository: Repository,
  branch: { readonly name: string; readonly target: Commit },
): Ref {
  const { name, target } = branch;
  requireWritable(repository);
  if (repository.refs.has(name)) {
    const message = `A ref named "refs/heads/${name}" already exists in the repository.`;
    throw new WorldError("unprocessable", message, [], "Reference already exists");
  }
  requireAllowed(repository, actor, { branch: name, kind: "create" });
  state.tick();
  const ref = addRef(state, repository, name, target);
  tellOfPush(state, actor, { ref, before: null, after: target, commits: [] });
  return ref;
}

/** Points a branch at another commit; one that does not contain the present one needs `force`. */
export function moveRef(
  state: WorldState,
  actor: Account,
  ref: Ref,
  target: Commit,
  force: boolean,
): void {
  const { repository, target: before } = ref;
  requireWritable(repository);
  const isForward = contains(target, before);
  if (!isForward && !force) throw new WorldError("unprocessable", "Update is not a fast forward");
  requireAllowed(repository, actor, { branch: ref.name, kind: isForward ? "update" : "force" });
  if (before === target) return;
  state.tick();
  ref.target = target;
  repository.pushedAt = state.clock.iso();
  tellOfPush(state, actor, { ref, before, after: target, commits: gained(target, before) });
}

/** Deletes a branch; the default one stays. */
export function deleteRef(state: WorldState, actor: Account, ref: Ref): void {
  const { repository, target } = ref;
  requireWritable(repository);
  if (ref.name === repository.defaultBranch) {
    throw new WorldError("unprocessable", "Cannot delete the default branch");
  }
  requireAllowed(repository, actor, { branch: ref.name, kind: "delete" });
  state.tick();
  repository.refs.delete(ref.name);
  state.nodes.delete(ref.nodeId);
  tellOfPush(state, actor, { ref, before: target, after: null, commits: [] });
}

/** Whether a commit is another one or has it among its ancestors. */
export function contains(commit: Commit, wanted: Commit): boolean {
  return ancestors(commit).has(wanted);
}

function gained(target: Commit, before: Commit): readonly Commit[] {
  const known = ancestors(before);
  return [...ancestors(target)].filter((commit) => !known.has(commit)).reverse();
}

function ancestors(commit: Commit): ReadonlySet<Commit> {
  const seen = new Set([commit]);
  for (const one of seen) for (const parent of one.parents) seen.add(parent);
  return seen;
}
