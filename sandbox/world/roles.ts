/** What a person may do in a repository. GitHub's ladder: each role may do all that lower ones may. */
import type { Account, Repository, Role } from "./model.ts";
import { WorldError } from "./world-error.ts";

const LADDER: readonly Role[] = ["none", "read", "triage", "write", "maintain", "admin"];

/** People every sandbox knows, with their role on every repository. */
export const BUILT_IN_ROLES: ReadonlyMap<string, Role> = new Map([
  ["admin", "admin"],
  ["maintainer", "maintain"],
  ["writer", "write"],
  ["triager", "triage"],
  ["reader", "read"],
]);

/** The role of an account: given, owned, built in, or a stranger's (read, none where private). */
export function roleOf(repository: Repository, account: Account): Role {
  const login = account.login.toLowerCase();
  const given = repository.roles.get(login) ?? BUILT_IN_ROLES.get(login);
  if (given !== undefined) return given;
  if (account === repository.owner) return "admin";
  return repository.isPrivate ? "none" : "read";
}

/** Whether a role reaches another on the ladder. */
export function reaches(role: Role, needed: Role): boolean {
  return LADDER.indexOf(role) >= LADDER.indexOf(needed);
}

/** Throws "forbidden", naming the person, the role they have and the one the act needs. */
export function requireRole(
  repository: Repository,
  account: Account,
  needed: Role,
  act: string,
): void {
  const role = roleOf(repository, account);
  if (reaches(role, needed)) return;
  const who = `${account.login} has role "${role}" on ${repository.nameWithOwner}`;
  throw new WorldError("forbidden", `${who}; to ${act} needs "${needed}".`);
}
