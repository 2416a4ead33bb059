/** Who may give which command: GitHub's own roles, and the people of the issue. */
import { type Access, isAtLeast } from "../domain/access.ts";

export type Permission =
  | "anyone"
  /** Who opened the issue or is assigned to it, and everyone from triage on. */
  | "author-or-assignee"
  | "triage"
  | "write"
  | "maintain";

export interface Actor {
  readonly login: string;
  readonly access: Access;
}

/** The people of the issue that a command changes. */
export interface IssuePeople {
  readonly author: string | null;
  readonly assignees: readonly string[];
}

export function mayRun(permission: Permission, actor: Actor, people: IssuePeople): boolean {
  if (permission === "anyone") return true;
  if (permission !== "author-or-assignee") return isAtLeast(actor.access, permission);
  return isAtLeast(actor.access, "triage") || isOneOf(actor.login, people);
}

function isOneOf(login: string, { author, assignees }: IssuePeople): boolean {
  const name = login.toLowerCase();
  return [author, ...assignees].some((one) => one?.toLowerCase() === name);
}

/** As in "only … may do that". */
export const whoMay: Readonly<Record<Permission, string>> = {
  anyone: "everyone",
  "author-or-assignee":
    "the issue's author, its assignees and people with triage access to this repository",
  triage: "people with triage access to this repository",
  write: "people with write access to this repository",
  maintain: "maintainers of this repository",
};
