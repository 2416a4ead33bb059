/** Branches, commits, trees and files. */
import { Buffer } from "node:buffer";
import { repositoryPage } from "../shapes/addresses.ts";
import { listTree, objectSha, type TreeItem } from "../world/git-objects.ts";
import type { Account, Commit, Ref, Repository } from "../world/model.ts";
import { nodeId } from "../world/world-state.ts";
import { type ConnectionArguments, connection } from "./connection.ts";
import type { ResolverMap } from "./graphql-context.ts";

interface BlobObject {
  readonly kind: "blob";
  readonly repository: Repository;
  readonly sha: string;
  readonly bytes: Uint8Array;
}

interface TreeObject {
  readonly kind: "tree";
  readonly repository: Repository;
  readonly sha: string;
  readonly items: readonly TreeItem[];
}

type TreeEntry = TreeItem & { readonly repository: Repository };

/** GitHub cuts the text of larger files. */
const LARGEST_TEXT_BYTES = 512_000;
/** How far Git looks for a NUL byte to call a file binary. */
const BINARY_PROBE_BYTES = 8000;

/** What an expression such as `HEAD:docs/plan.md`, `main` or a sha stands for; null for nothing. */
export function findObject(repository: Repository, expression: string): object | null {
  const colon = expression.indexOf(":");
  const name = colon < 0 ? expression : expression.slice(0, colon);
  const commit = findCommit(repository, name);
  if (commit === null) return colon < 0 ? findBlob(repository, expression) : null;
  if (colon < 0) return commit;
  const path = expression.slice(colon + 1).replace(/^\.?\/|\/$/g, "");
  const entry = commit.files.get(path);
  if (entry !== undefined) return entry.mode === "160000" ? null : findBlob(repository, entry.sha);
  return findTree(repository, commit, path);
}

function findCommit(repository: Repository, name: string): Commit | null {
  const branch = name === "HEAD" ? repository.defaultBranch : name.replace(/^refs\/heads\//, "");
  return repository.refs.get(branch)?.target ?? repository.commits.get(name) ?? null;
}

function findBlob(repository: Repository, sha: string): BlobObject | null {
  const bytes = repository.blobs.get(sha);
  return bytes === undefined ? null : { kind: "blob", repository, sha, bytes };
}

function findTree(repository: Repository, commit: Commit, path: string): TreeObject | null {
  const items = listTree(commit.files, path);
  if (items === undefined) return null;
  const content = items.map(({ mode, name, sha }) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, "hex")]),
  );
  return { kind: "tree", repository, sha: objectSha("tree", Buffer.concat(content)), items };
}

interface HistoryArguments extends ConnectionArguments {
  readonly author?: {
    readonly id?: string | null;
    readonly emails?: readonly string[] | null;
  } | null;
  readonly path?: string | null;
  readonly since?: string | null;
  readonly until?: string | null;
}

/** A page of a commit's history, newest first, of those authors and that path. */
function history(commit: Commit, args: HistoryArguments) {
  const found = ancestors(commit).filter(
    (one) => isBy(one, args) && touches(one, args.path) && isWithin(one, args),
  );
  return connection(found, args);
}

function ancestors(commit: Commit): Commit[] {
  const seen = new Set<Commit>([commit]);
  for (const one of seen) for (const parent of one.parents) seen.add(parent);
  return [...seen].sort((a, b) => b.committedAt.localeCompare(a.committedAt));
}

function isBy({ author }: Commit, { author: wanted }: HistoryArguments): boolean {
  if (wanted == null) return true;
  if (wanted.id != null) return author.nodeId === wanted.id;
  return wanted.emails == null || wanted.emails.includes(author.email);
}

function touches({ added, modified, removed }: Commit, path: string | null | undefined): boolean {
  if (path == null) return true;
  return [...added, ...modified, ...removed].some(
    (file) => file === path || file.startsWith(`${path}/`),
  );
}

function isWithin({ committedAt }: Commit, { since, until }: HistoryArguments): boolean {
  const at = Date.parse(committedAt);
  return (since == null || at >= Date.parse(since)) && (until == null || at <= Date.parse(until));
}

function gitActor(account: Account, date: string): Record<string, unknown> {
  return { name: account.login, email: account.email, date, user: account, avatarUrl: "" };
}

function isBinary({ bytes }: BlobObject): boolean {
  return bytes.subarray(0, BINARY_PROBE_BYTES).includes(0);
}

const shared = {
  oid: ({ sha }: { sha: string }) => sha,
  abbreviatedOid: ({ sha }: { sha: string }) => sha.slice(0, 7),
  repository: ({ repository }: { repository: Repository }) => repository,
};

export const gitResolvers: ResolverMap = {
  Ref: {
    id: (ref: Ref) => ref.nodeId,
    name: ({ name }: Ref) => name,
    prefix: () => "refs/heads/",
    target: ({ target }: Ref) => target,
    repository: ({ repository }: Ref) => repository,
  },
  Commit: {
    ...shared,
    id: (commit: Commit) => commit.nodeId,
    message: ({ message }: Commit) => message,
    messageHeadline: ({ message }: Commit) => message.split("\n")[0],
    messageBody: ({ message }: Commit) => message.split("\n").slice(1).join("\n").trim(),
    committedDate: ({ committedAt }: Commit) => committedAt,
    authoredDate: ({ committedAt }: Commit) => committedAt,
    author: ({ author, committedAt }: Commit) => gitActor(author, committedAt),
    committer: ({ author, committedAt }: Commit) => gitActor(author, committedAt),
    url: ({ repository, sha }: Commit) => `${repositoryPage(repository)}/commit/${sha}`,
    commitUrl: ({ repository, sha }: Commit) => `${repositoryPage(repository)}/commit/${sha}`,
    history: (commit: Commit, args) => history(commit, args),
    parents: ({ parents }: Commit, args) => connection(parents, args),
    tree: (commit: Commit) => findTree(commit.repository, commit, ""),
    file: ({ files, repository }: Commit, { path }) => {
      const entry = files.get(path);
      return entry === undefined ? null : { ...fileItem(path, entry.mode, entry.sha), repository };
    },
  },
  Blob: {
    ...shared,
    id: ({ repository, sha }: BlobObject) => nodeId("B", `${repository.id}:${sha}`),
    byteSize: ({ bytes }: BlobObject) => bytes.length,
    isBinary: (blob: BlobObject) => isBinary(blob),
    isTruncated: ({ bytes }: BlobObject) => bytes.length > LARGEST_TEXT_BYTES,
    text: (blob: BlobObject) =>
      isBinary(blob)
        ? null
        : Buffer.from(blob.bytes.subarray(0, LARGEST_TEXT_BYTES)).toString("utf8"),
  },
  Tree: {
    ...shared,
    id: ({ repository, sha }: TreeObject) => nodeId("T", `${repository.id}:${sha}`),
    entries: ({ items, repository }: TreeObject) => items.map((item) => ({ ...item, repository })),
  },
  TreeEntry: {
    oid: ({ sha }: TreeEntry) => sha,
    name: ({ name }: TreeEntry) => name,
    path: ({ path }: TreeEntry) => path,
    mode: ({ mode }: TreeEntry) => Number.parseInt(mode, 8),
    type: ({ type }: TreeEntry) => type,
    extension: ({ name }: TreeEntry) => /\.[^.]*$/.exec(name)?.[0] ?? "",
    size: ({ repository, sha }: TreeEntry) => repository.blobs.get(sha)?.length ?? 0,
    repository: ({ repository }: TreeEntry) => repository,
    object: (entry: TreeEntry) => entryObject(entry),
  },
};

function fileItem(path: string, mode: string, sha: string): TreeItem {
  return {
    name: path.split("/").at(-1) ?? path,
    path,
    mode,
    type: mode === "160000" ? "commit" : "blob",
    sha,
  };
}

function entryObject({ type, repository, sha, path }: TreeEntry): object | null {
  if (type === "commit") return null;
  if (type === "blob") return findBlob(repository, sha);
  for (const commit of [...repository.commits.values()].reverse()) {
    const tree = findTree(repository, commit, path);
    if (tree?.sha === sha) return tree;
  }
  return null;
}
