/** Giving a repository to another account. Its id stays; its earlier address goes on finding it. */
import type { Account, Repository } from "./model.ts";
import { invalid } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Sends `repository.transferred` to the Apps of the new owner; those of the old one lose it. */
export function transferRepository(
  state: WorldState,
  actor: Account,
  repository: Repository,
  owner: Account,
): void {
  const formerOwner = repository.owner;
  if (owner === formerOwner) return;
  const wanted = `${owner.login}/${repository.name}`;
  if (state.findRepository(wanted)?.nameWithOwner === wanted) {
    throw invalid("Repository", "name", "custom", "name already exists on this account");
  }
  state.tick();
  repository.owner = owner;
  repository.nameWithOwner = wanted;
  state.namesTaken.set(wanted.toLowerCase(), repository);
  const from = formerOwner.type === "Organization" ? "organization" : "user";
  const parts = { changes: { owner: { from: { [from]: formerOwner } } } };
  const name = "repository";
  state.emit({ name, action: "transferred", repository, sender: actor, parts, formerOwner });
}
