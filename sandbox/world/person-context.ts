/** What a person's actions share: who acts, and how a repository or an issue is named and found. */
import { requireIssue } from "./lookup.ts";
import type { Account, Issue, Repository, Role } from "./model.ts";
import { requireRole } from "./roles.ts";
import type { WorldState } from "./world-state.ts";

/** `owner/name`, or the repository itself. */
export type RepositoryName = string | Repository;

export interface PersonContext {
  readonly state: WorldState;
  readonly actor: Account;
}

/** The repository, if the person's role there reaches `needed`; throws otherwise. */
export function enterRepository(
  { state, actor }: PersonContext,
  name: RepositoryName,
  needed: Role,
  act: string,
): Repository {
  const repository = typeof name === "string" ? state.repository(name) : name;
  requireRole(repository, actor, needed, act);
  return repository;
}

/** The issue, if the person may; an issue's own author may always when `authorMay` is set. */
export function enterIssue(
  context: PersonContext,
  name: RepositoryName,
  number: number,
  { needed, act, authorMay = false }: { needed: Role; act: string; authorMay?: boolean },
): Issue {
  const repository = enterRepository(context, name, "read", act);
  const issue = requireIssue(repository, number);
  if (!authorMay || issue.author !== context.actor) {
    requireRole(repository, context.actor, needed, act);
  }
  return issue;
}
