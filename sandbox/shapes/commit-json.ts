/** Commits in REST's shape. */
import type { Commit } from "../world/model.ts";
import { accountJson } from "./account-json.ts";
import { repositoryApi, repositoryPage } from "./addresses.ts";

/** A commit; those made through the API are signed by GitHub. */
export function commitJson(commit: Commit): Record<string, unknown> {
  const { sha, message, treeSha, author, committedAt, repository, parents, nodeId } = commit;
  const api = repositoryApi(repository);
  const address = (of: string) => ({
    url: `${api}/commits/${of}`,
    html_url: `${repositoryPage(repository)}/commit/${of}`,
  });
  const person = { name: author.login, email: author.email, date: committedAt };
  return {
    ...{ sha, node_id: nodeId, ...address(sha), comments_url: `${api}/commits/${sha}/comments` },
    commit: {
      ...{ message, author: person, committer: person, comment_count: 0 },
      tree: { sha: treeSha, url: `${api}/git/trees/${treeSha}` },
      url: `${api}/git/commits/${sha}`,
    },
    author: accountJson(author),
    committer: accountJson(author),
    parents: parents.map((parent) => ({ sha: parent.sha, ...address(parent.sha) })),
  };
}
