/** The body of a `push` delivery. */

import type { Account, Commit } from "../world/model.ts";
import type { Push } from "../world/push.ts";
import { repositoryPage } from "./addresses.ts";

/** What stands for a branch that was not there before, or is no longer. */
const NO_COMMIT = "0".repeat(40);

/** A push as its delivery tells it. */
export function pushJson(push: Push, pusher: Account): Record<string, unknown> {
  const { before, after, ref } = push;
  const [from, to] = [before?.sha ?? NO_COMMIT, after?.sha ?? NO_COMMIT];
  return {
    ref: `refs/heads/${ref.name}`,
    before: from,
    after: to,
    base_ref: null,
    ...{ created: before === null, deleted: after === null, forced: isForced(push) },
    compare: `${repositoryPage(ref.repository)}/compare/${from.slice(0, 12)}...${to.slice(0, 12)}`,
    commits: push.commits.map(commitJson),
    head_commit: after === null ? null : commitJson(after),
    pusher: { name: pusher.login, email: pusher.email },
  };
}

/** A branch that moved without gaining a commit on top of the earlier one. */
function isForced({ before, after, commits }: Push): boolean {
  if (before === null || after === null || before === after) return false;
  return commits.every(({ parents }) => !parents.includes(before));
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
