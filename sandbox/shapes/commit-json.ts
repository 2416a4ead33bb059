/** Commits in REST's shape. */
import type { Commit } from "../world/model.ts";
import { accountJson } from "./account-json.ts";
import { repositoryApi, repositoryPage } from "./addresses.ts";

/** A commit with who made it; those made through the API are signed by GitHub. */
export function commitJson(commit: Commit): Record<string, unknown> {
  const { sha, author, repository, nodeId } = commit;
  return {
    ...{ sha, node_id: nodeId, ...address(commit) },
    comments_url: `${repositoryApi(repository)}/commits/${sha}/comments`,
    commit: { ...contentJson(commit), comment_count: 0 },
    author: accountJson(author),
    committer: accountJson(author),
    parents: commit.parents.map((parent) => ({ sha: parent.sha, ...address(parent) })),
  };
}

/** A commit as the routes that write files answer with it. */
export function fileCommitJson(commit: Commit): Record<string, unknown> {
  return {
    ...{ sha: commit.sha, node_id: commit.nodeId, html_url: address(commit).html_url },
    ...contentJson(commit),
    parents: commit.parents.map((parent) => ({ sha: parent.sha, ...address(parent) })),
    verification: { verified: true, reason: "valid", signature: null, payload: null },
  };
}

function address({ repository, sha }: Commit) {
  return {
    url: `${repositoryApi(repository)}/commits/${sha}`,
    html_url: `${repositoryPage(repository)}/commit/${sha}`,
  };
}

function contentJson({ repository, sha, message, treeSha, author, committedAt }: Commit) {
  const api = repositoryApi(repository);
  const person = { name: author.login, email: author.email, date: committedAt };
  return {
    ...{ message, author: person, committer: person },
    tree: { sha: treeSha, url: `${api}/git/trees/${treeSha}` },
    url: `${api}/git/commits/${sha}`,
  };
}
