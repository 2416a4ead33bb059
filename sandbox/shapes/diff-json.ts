/** A changed file in REST's shape. */
import type { Commit } from "../world/model.ts";
import type { FileDifference } from "../world/pull-changes.ts";
import { repositoryApi, repositoryPage } from "./addresses.ts";

/** One entry of a list of changed files; `head` is the commit it is looked at from. */
export function diffJson(head: Commit, change: FileDifference): Record<string, unknown> {
  const { path, status, sha, additions, deletions, patch } = change;
  const page = repositoryPage(head.repository);
  const encoded = encodeURI(path);
  return {
    ...{ sha, filename: path, status, additions, deletions, changes: additions + deletions },
    blob_url: `${page}/blob/${head.sha}/${encoded}`,
    raw_url: `${page}/raw/${head.sha}/${encoded}`,
    contents_url: `${repositoryApi(head.repository)}/contents/${encoded}?ref=${head.sha}`,
    ...(patch === undefined || patch === "" ? {} : { patch }),
  };
}
