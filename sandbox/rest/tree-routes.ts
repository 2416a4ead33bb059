/** All files of a repository at once, as Git's tree. */
import { repositoryApi } from "../shapes/addresses.ts";
import { listTree, listTreeDeep, type TreeItem } from "../world/git-objects.ts";
import type { Commit, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import { enter, ok, type RestReply, type RestRequest, type RestRoute } from "./rest-route.ts";

const template = "/repos/{owner}/{repo}/git/trees/{tree_sha}";

export const treeRoutes: readonly RestRoute[] = [
  { method: "GET", template, access: ["contents", "read"], handle: tree },
];

/** GitHub's limit of a recursive listing; its other one, 7 MB, is not kept here. */
const mostItems = 100_000;

/** Any value of `recursive` asks for the whole, "0" and "false" too. */
function tree(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const { files, treeSha } = findCommit(repository, request.params.tree_sha ?? "");
  const isDeep = request.query.has("recursive");
  const items = (isDeep ? listTreeDeep(files, "") : listTree(files, "")) ?? [];
  return ok({
    sha: treeSha,
    url: `${repositoryApi(repository)}/git/trees/${treeSha}`,
    tree: items.slice(0, mostItems).map((item) => itemJson(repository, item)),
    truncated: items.length > mostItems,
  });
}

/** By the name of a branch, or the id of a commit or of its tree; not by those of folders. */
function findCommit(repository: Repository, name: string): Commit {
  const commit =
    repository.refs.get(name.replace(/^refs\/heads\//, ""))?.target ??
    repository.commits.get(name) ??
    [...repository.commits.values()].find(({ treeSha }) => treeSha === name);
  if (commit === undefined) throw new WorldError("not-found", "Not Found");
  return commit;
}

/** A submodule has neither size nor address. */
function itemJson(repository: Repository, { path, mode, type, sha }: TreeItem) {
  const common = { path, mode: mode.padStart(6, "0"), type, sha };
  if (type === "commit") return common;
  const url = `${repositoryApi(repository)}/git/${type}s/${sha}`;
  if (type === "tree") return { ...common, url };
  return { ...common, size: repository.blobs.get(sha)?.length ?? 0, url };
}
