/**
 * Who may be assigned: people with a role in the repository, an issue's author, and whoever took part
 * in its conversation or has it already. Bots, organisations and strangers may not.
 */

import type { Account, Issue, Repository } from "./model.ts";
import { BUILT_IN_ROLES, roleOf } from "./roles.ts";
import { WorldError } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

/** Whether a person may be assigned to any issue of the repository. */
export function isAssignable(repository: Repository, account: Account): boolean {
  if (account.type !== "User") return false;
  const login = account.login.toLowerCase();
  const isMember = repository.roles.has(login) || BUILT_IN_ROLES.has(login);
  const isOwner = account === repository.owner;
  return isOwner || (isMember && roleOf(repository, account) !== "none");
}

/** Those of the logins who may be assigned; the others are dropped, as the assignees' routes do. */
export function assignableLogins(
  state: WorldState,
  repository: Repository,
  logins: readonly string[],
  issue?: Issue,
): readonly string[] {
  return logins.filter((login) => {
    const account = state.accounts.get(login.toLowerCase());
    if (account === undefined) return false;
    return isAssignable(repository, account) || (issue !== undefined && takesPart(issue, account));
  });
}

function takesPart(issue: Issue, account: Account): boolean {
  if (account.type !== "User") return false;
  const isTalking = issue.comments.some(({ author }) => author === account);
  return isTalking || issue.author === account || issue.assignees.has(account);
}

/** Refuses a list with anyone who may not be assigned, as creating and updating an issue do. */
export function requireAssignable(
  state: WorldState,
  repository: Repository,
  logins: readonly string[],
  issue?: Issue,
): void {
  const able = assignableLogins(state, repository, logins, issue);
  const refused = logins.filter((login) => !able.includes(login));
  if (refused.length === 0) return;
  const message = `assignees ${refused.join(", ")} cannot be assigned to this issue`;
  const entry = { resource: "Issue", field: "assignees", code: "invalid", message };
  throw new WorldError("unprocessable", message, [{ ...entry, value: refused[0] }]);
}
