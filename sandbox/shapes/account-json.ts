/** People, bots and organisations in REST's shape. */
import type { Account, Issue, Repository } from "../world/model.ts";
import { reaches, roleOf } from "../world/roles.ts";
import { API, WEB } from "./addresses.ts";

/** The sandbox's accounts have no history. */
const ACCOUNTS_SINCE = "2020-01-01T00:00:00Z";

/** A "simple user". */
export function accountJson(account: Account): Record<string, unknown> {
  const page =
    account.type === "Bot"
      ? `${WEB}/apps/${account.login.replace("[bot]", "")}`
      : `${WEB}/${account.login}`;
  const api = `${API}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: "",
    url: api,
    html_url: page,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

/** An organisation as deliveries from its repositories carry it. */
export function organizationJson({ login, id, nodeId }: Account): Record<string, unknown> {
  const api = `${API}/orgs/${login}`;
  const rooms = ["repos", "events", "hooks", "issues"];
  return {
    ...{ login, id, node_id: nodeId, url: api, description: "" },
    ...Object.fromEntries(rooms.map((room) => [`${room}_url`, `${api}/${room}`])),
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
  };
}

/** What anyone may read of an account; GitHub's "public user". */
export function profileJson(account: Account): Record<string, unknown> {
  return {
    ...accountJson(account),
    ...{ name: account.login, company: null, blog: "", location: null, email: null },
    ...{ hireable: null, bio: null, twitter_username: null },
    ...{ public_repos: 0, public_gists: 0, followers: 0, following: 0 },
    ...{ created_at: ACCOUNTS_SINCE, updated_at: ACCOUNTS_SINCE },
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
