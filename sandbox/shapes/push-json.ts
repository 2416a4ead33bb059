/** The body of a `push` delivery. */
import type { Push } from "../world/commits.ts";
import type { Account, Commit } from "../world/model.ts";
import { repositoryPage } from "./addresses.ts";

/** A push as its delivery tells it. */
export function pushJson(push: Push, pusher: Account): Record<string, unknown> {
  const { before, after, ref } = push;
  return {
    ref: `refs/heads/${ref.name}`,
    before: before.sha,
    after: after.sha,
    base_ref: null,
    ...{ created: false, deleted: false, forced: false },
    compare: `${repositoryPage(ref.repository)}/compare/${before.sha.slice(0, 12)}...${after.sha.slice(0, 12)}`,
    commits: push.commits.map(commitJson),
    head_commit: commitJson(after),
    pusher: { name: pusher.login, email: pusher.email },
  };
}

function commitJson(commit: Commit): Record<string, unknown> {
  const person = {
    name: commit.author.login,
    email: commit.author.email,
    username: commit.author.login,
  };
  return {
    id: commit.sha,
    tree_id: commit.treeSha,
    distinct: true,
    message: commit.message,
    timestamp: commit.committedAt,
    url: `${repositoryPage(commit.repository)}/commit/${commit.sha}`,
    author: person,
    committer: person,
    added: commit.added,
    removed: commit.removed,
    modified: commit.modified,
  };
}
