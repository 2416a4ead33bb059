/** People, bots and organisations in REST's shape. */
import type { Account, Issue, Repository } from "../world/model.ts";
import { reaches, roleOf } from "../world/roles.ts";
import { API, WEB } from "./addresses.ts";

/** A "simple user". */
export function accountJson(account: Account): Record<string, unknown> {
  const page =
    account.type === "Bot"
      ? `${WEB}/apps/${account.login.replace("[bot]", "")}`
      : `${WEB}/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: "",
    url: `${API}/users/${encodeURIComponent(account.login)}`,
    html_url: page,
    type: account.type,
    site_admin: false,
  };
}

/** How the author of a text relates to its repository. */
export function authorAssociation(repository: Repository, author: Account): string {
  if (author === repository.owner) return "OWNER";
  if (author.type === "Bot") return "NONE";
  if (reaches(roleOf(repository, author), "triage")) return "COLLABORATOR";
  return "NONE";
}

/** As above, for the author of an issue. */
export function issueAssociation(issue: Issue): string {
  return authorAssociation(issue.repository, issue.author);
}
