/** Repositories: metadata, files, blobs, branches, commits, permissions of people, pull requests. */
import { Buffer } from "node:buffer";
import { accountJson } from "../shapes/account-json.ts";
import { repositoryApi, repositoryPage } from "../shapes/addresses.ts";
import { pullJson } from "../shapes/pull-json.ts";
import { repositoryJson } from "../shapes/repository-json.ts";
import { createRef } from "../world/commits.ts";
import { listTree, type TreeItem } from "../world/git-objects.ts";
import { requireIssue } from "../world/lookup.ts";
import type { Commit, FileEntry, Ref, Repository, Role } from "../world/model.ts";
import { createPullRequest } from "../world/pull-requests.ts";
import { reaches, roleOf } from "../world/roles.ts";
import { WorldError } from "../world/world-error.ts";
import { requiredText, text } from "./body.ts";
import { page } from "./paging.ts";
import {
  created,
  enter,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const REPO = "/repos/{owner}/{repo}";
const READ = ["contents", "read"] as const;

export const repositoryRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    template: REPO,
    access: "installation",
    handle: (request) => ok(repositoryJson(enter(request).repository)),
  },
  {
    method: "GET",
    template: `${REPO}/collaborators/{username}/permission`,
    access: "installation",
    handle: permission,
  },
  { method: "GET", template: `${REPO}/contents/{path}`, access: READ, handle: contents },
  { method: "GET", template: `${REPO}/git/blobs/{file_sha}`, access: READ, handle: blob },
  { method: "GET", template: `${REPO}/git/ref/{ref}`, access: READ, handle: gitRef },
  { method: "POST", template: `${REPO}/git/refs`, access: ["contents", "write"], handle: addRef },
  { method: "GET", template: `${REPO}/branches/{branch}`, access: READ, handle: branch },
  {
    method: "GET",
    template: `${REPO}/pulls`,
    access: ["pull_requests", "read"],
    handle: listPulls,
  },
  {
    method: "POST",
    template: `${REPO}/pulls`,
    access: ["pull_requests", "write"],
    handle: addPull,
  },
  {
    method: "GET",
    template: `${REPO}/pulls/{pull_number}`,
    access: ["pull_requests", "read"],
    handle: readPull,
  },
];

/** GitHub folds triage into read and maintain into write in `permission`, not in `user.permissions`. */
function permission(request: RestRequest): RestReply {
  const { repository, services } = enter(request);
  const username = request.params.username ?? "";
  const account = services.state.accounts.get(username.toLowerCase());
  if (account === undefined) throw new WorldError("not-found", `${username} is not a user`);
  const role = roleOf(repository, account);
  const has = (needed: Role) => reaches(role, needed);
  const folded = { triage: "read", maintain: "write" }[role as string] ?? role;
  const permissions = {
    ...{ admin: has("admin"), maintain: has("maintain"), push: has("write") },
    ...{ triage: has("triage"), pull: has("read") },
  };
  return ok({
    permission: folded,
    role_name: role,
    user: { ...accountJson(account), permissions, role_name: role },
  });
}

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
    ...addresses(repository, path, entry.sha),
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
    ...addresses(repository, item.path, item.sha),
  };
}

function addresses(repository: Repository, path: string, sha: string): Record<string, unknown> {
  return {
    sha,
    url: `${repositoryApi(repository)}/contents/${path}`,
    git_url: `${repositoryApi(repository)}/git/blobs/${sha}`,
    html_url: `${repositoryPage(repository)}/blob/${repository.defaultBranch}/${path}`,
    download_url: null,
  };
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

function refJson(ref: Ref): Record<string, unknown> {
  const { sha } = ref.target;
  const api = repositoryApi(ref.repository);
  return {
    ref: `refs/heads/${ref.name}`,
    node_id: ref.nodeId,
    url: `${api}/git/refs/heads/${ref.name}`,
    object: { sha, type: "commit", url: `${api}/git/commits/${sha}` },
  };
}

function gitRef(request: RestRequest): RestReply {
  const ref = enter(request).repository.refs.get(
    (request.params.ref ?? "").replace(/^heads\//, ""),
  );
  if (ref === undefined) throw new WorldError("not-found", "Not Found");
  return ok(refJson(ref));
}

function addRef(request: RestRequest): RestReply {
  const { services, repository } = enter(request);
  const name = requiredText(request.body, "ref", "Reference").replace(/^refs\/heads\//, "");
  const target = repository.commits.get(requiredText(request.body, "sha", "Reference"));
  if (target === undefined) throw new WorldError("unprocessable", "Object does not exist");
  return created(refJson(createRef(services.state, repository, name, target)));
}

function branch(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const name = request.params.branch ?? "";
  const ref = repository.refs.get(name);
  if (ref === undefined) throw new WorldError("not-found", "Branch not found");
  const { sha, message, treeSha, author, committedAt } = ref.target;
  const person = { name: author.login, email: author.email, date: committedAt };
  const commit = { message, tree: { sha: treeSha }, author: person, committer: person };
  return ok({ name, commit: { sha, commit, author: accountJson(author) }, protected: false });
}

function listPulls(request: RestRequest): RestReply {
  const { repository } = enter(request);
  const state = request.query.get("state") ?? "open";
  const head = request.query.get("head")?.split(":").at(-1);
  const found = [...repository.issues.values()].filter(
    (issue) =>
      issue.pull !== null &&
      (state === "all" || issue.state === state) &&
      (head === undefined || issue.pull.headRef === head),
  );
  return page(request, found.reverse(), pullJson);
}

function addPull(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const { body } = request;
  const issue = createPullRequest(services.state, actor, repository, {
    title: requiredText(body, "title", "PullRequest"),
    body: text(body, "body"),
    head: requiredText(body, "head", "PullRequest"),
    base: requiredText(body, "base", "PullRequest"),
    isDraft: body.draft === true,
  });
  return created(pullJson(issue));
}

function readPull(request: RestRequest): RestReply {
  const issue = requireIssue(enter(request).repository, Number(request.params.pull_number));
  if (issue.pull === null) throw new WorldError("not-found", "Not Found");
  return ok(pullJson(issue));
}
