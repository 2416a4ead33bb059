/** A repository's Git side, read: files, blobs, branches and the rules on them. */
import { Buffer } from "node:buffer";
import { repositoryApi, repositoryPage } from "../shapes/addresses.ts";
import { commitJson } from "../shapes/commit-json.ts";
import { rulesetsFor } from "../world/branch-rules.ts";
import { listTree, type TreeItem } from "../world/git-objects.ts";
import type { Commit, FileEntry, Repository } from "../world/model.ts";
import type { BranchRule, Ruleset } from "../world/ruleset.ts";
import { WorldError } from "../world/world-error.ts";
import { page } from "./paging.ts";
import { enter, ok, type RestReply, type RestRequest, type RestRoute } from "./rest-route.ts";

const REPO = "/repos/{owner}/{repo}";
const READ = ["contents", "read"] as const;

export const gitRoutes: readonly RestRoute[] = [
  { method: "GET", template: `${REPO}/contents/{path}`, access: READ, handle: contents },
  { method: "GET", template: `${REPO}/git/blobs/{file_sha}`, access: READ, handle: blob },
  { method: "GET", template: `${REPO}/branches/{branch}`, access: READ, handle: branch },
  {
    method: "GET",
    template: `${REPO}/rules/branches/{branch}`,
    access: "installation",
    handle: branchRules,
  },
];

/** The commit a branch name or sha stands for; the default branch when there is none. */
function commitAt(repository: Repository, name: string | null): Commit {
  const branchName = name ?? repository.defaultBranch;
  const commit =
    repository.refs.get(branchName.replace(/^refs\/heads\//, ""))?.target ??
    repository.commits.get(branchName);
  if (commit === undefined)
    throw new WorldError("not-found", `No commit found for the ref ${branchName}`);
  return commit;
}

function contents(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const { files } = commitAt(repository, request.query.get("ref"));
  const path = (request.params.path ?? "").replace(/\/+$/, "");
  const entry = files.get(path);
  if (entry !== undefined) return ok(fileJson(repository, path, entry));
  const items = listTree(files, path);
  if (items === undefined) throw new WorldError("not-found", "Not Found");
  return ok(items.map((item) => itemJson(repository, item)));
}

function fileJson(repository: Repository, path: string, entry: FileEntry): Record<string, unknown> {
  const bytes = repository.blobs.get(entry.sha) ?? new Uint8Array();
  const type = { "120000": "symlink", "160000": "submodule" }[entry.mode as string] ?? "file";
  return {
    ...{ type, encoding: "base64", size: bytes.length, name: path.split("/").at(-1), path },
    content: wrapBase64(bytes),
    ...fileAddresses(repository, path, entry.sha),
    ...(type === "symlink" ? { target: Buffer.from(bytes).toString("utf8") } : {}),
  };
}

function itemJson(repository: Repository, item: TreeItem): Record<string, unknown> {
  const type = item.type === "tree" ? "dir" : item.type === "commit" ? "submodule" : "file";
  const size = repository.blobs.get(item.sha)?.length ?? 0;
  return {
    type,
    size,
    name: item.name,
    path: item.path,
    ...fileAddresses(repository, item.path, item.sha),
    ...(type === "file" ? {} : { download_url: null }),
  };
}

/** Where a file is to be found. */
export function fileAddresses(
  repository: Repository,
  path: string,
  sha: string,
): Record<string, unknown> {
  const self = `${repositoryApi(repository)}/contents/${path}`;
  const git = `${repositoryApi(repository)}/git/blobs/${sha}`;
  const html = `${repositoryPage(repository)}/blob/${repository.defaultBranch}/${path}`;
  const links = { self, git, html };
  const raw = `https://raw.githubusercontent.com/${repository.nameWithOwner}`;
  const download = `${raw}/${repository.defaultBranch}/${path}`;
  return { sha, url: self, git_url: git, html_url: html, download_url: download, _links: links };
}

/** GitHub wraps base64 at 60 characters, with a line feed after the last line. */
function wrapBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("base64")
    .replace(/.{1,60}/g, "$&\n");
}

function blob(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const sha = request.params.file_sha ?? "";
  const bytes = repository.blobs.get(sha);
  if (bytes === undefined) throw new WorldError("not-found", "Not Found");
  const url = `${repositoryApi(repository)}/git/blobs/${sha}`;
  return ok({
    sha,
    node_id: `B_${sha}`,
    size: bytes.length,
    url,
    content: wrapBase64(bytes),
    encoding: "base64",
  });
}

function branch(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const name = request.params.branch ?? "";
  const ref = repository.refs.get(name);
  if (ref === undefined) throw new WorldError("not-found", "Branch not found");
  const isRuled =
    repository.protectedBranches.has(name) || rulesetsFor(repository, name).length > 0;
  const self = `${repositoryApi(repository)}/branches/${name}`;
  return ok({
    ...{ name, commit: commitJson(ref.target), protected: isRuled },
    _links: { self, html: `${repositoryPage(repository)}/tree/${name}` },
    protection: { enabled: repository.protectedBranches.has(name) },
    protection_url: `${self}/protection`,
  });
}

/** Rules of rulesets only: classic protection is for administrators to read. */
function branchRules(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const rulesets = rulesetsFor(repository, request.params.branch ?? "");
  const rules = rulesets.flatMap((ruleset) =>
    ruleset.rules.map((rule) => ruleJson(repository, ruleset, rule)),
  );
  return page(request, rules, (rule) => rule);
}

function ruleJson(repository: Repository, ruleset: Ruleset, rule: BranchRule) {
  return {
    type: rule.type,
    ...{ ruleset_source_type: "Repository", ruleset_source: repository.nameWithOwner },
    ruleset_id: ruleset.id,
    ...parametersOf(rule),
  };
}

function parametersOf(rule: BranchRule): object {
  switch (rule.type) {
    case "commit_message_pattern":
      return { parameters: { operator: "contains", pattern: rule.contains, negate: false } };
    case "pull_request":
      return {
        parameters: {
          ...{ dismiss_stale_reviews_on_push: false, require_code_owner_review: false },
          ...{ require_last_push_approval: false, required_approving_review_count: 0 },
          required_review_thread_resolution: false,
        },
      };
    case "update":
      return { parameters: { update_allows_fetch_and_merge: false } };
    default:
      return {};
  }
}
