/**
 * Commits on branches. The id of a commit depends on its tree, parents, author, time and message
 * only. A commit on the default branch refers to and closes the issues its message names.
 */
import { Buffer } from "node:buffer";
import { requireAllowed } from "./branch-rules.ts";
import { objectSha, treeSha } from "./git-objects.ts";
import { closeIssue } from "./issue-state.ts";
import { requireWritable } from "./lookup.ts";
import type { Account, Commit, FileEntry, Issue, Ref, Repository } from "./model.ts";
import { followPush } from "./pull-branches.ts";
import type { Push } from "./push.ts";
import { parsePlainReferences } from "./references.ts";
import { resolveReferences } from "./text-effects.ts";
import { record } from "./timeline.ts";
import { WorldError } from "./world-error.ts";
import { nodeId, type WorldState } from "./world-state.ts";

/** A file's text or bytes, `null` to delete it, or a special file (symbolic link, submodule, …). */
export type FileChange =
  | string
  | Uint8Array
  | null
  | { readonly mode: FileEntry["mode"]; readonly content: string };

export interface NewCommit {
  readonly branch: string;
  readonly message: string;
  readonly changes: ReadonlyMap<string, FileChange>;
}

/** Commits changes on a branch and sends `push`; deleting a path that is not there is refused. */
export function commitOnBranch(
  state: WorldState,
  author: Account,
  repository: Repository,
  input: NewCommit,
): Commit {
  requireWritable(repository);
  const ref = requireRef(repository, input.branch);
  requireAllowed(repository, author, { branch: ref.name, kind: "update", message: input.message });
  const before = ref.target;
  const files = changedFiles(repository, before.files, input.changes);
  state.tick();
  const content = { message: input.message, files, parents: [before] };
  const commit = addCommit(state, author, repository, content);
  ref.target = commit;
  repository.pushedAt = state.clock.iso();
  tellOfPush(state, author, { ref, before, after: commit, commits: [commit] });
  if (ref.name === repository.defaultBranch) applyMessage(state, author, commit);
  return commit;
}

/** The branch of that name; throws "not-found". */
export function requireRef(repository: Repository, branch: string): Ref {
  const ref = repository.refs.get(branch);
  if (ref === undefined)
    throw new WorldError("not-found", `Could not resolve to a branch named '${branch}'.`);
  return ref;
}

/** Enters a branch, telling nobody. */
export function addRef(
  state: WorldState,
  repository: Repository,
  name: string,
  target: Commit,
): Ref {
  const ref: Ref = {
    kind: "ref",
    nodeId: nodeId("REF", `${repository.id}:refs/heads/${name}`),
    name,
    repository,
    target,
  };
  repository.refs.set(name, ref);
  state.nodes.set(ref.nodeId, ref);
  return ref;
}

interface CommitContent {
  readonly message: string;
  readonly files: ReadonlyMap<string, FileEntry>;
  readonly parents: readonly Commit[];
}

/** Enters a commit object without moving a branch. */
export function addCommit(
  state: WorldState,
  author: Account,
  repository: Repository,
  { message, files, parents }: CommitContent,
): Commit {
  const earlier = parents[0]?.files ?? new Map<string, FileEntry>();
  const tree = treeSha(files);
  const at = state.clock.now();
  const who = `${author.login} <${author.email}> ${Math.floor(at.getTime() / 1000)} +0000`;
  const head = [`tree ${tree}`, ...parents.map(({ sha }) => `parent ${sha}`)];
  const text = [...head, `author ${who}`, `committer ${who}`, "", message].join("\n");
  const sha = objectSha("commit", text);
  const commit: Commit = {
    kind: "commit",
    ...{ sha, nodeId: nodeId("C", `${repository.id}:${sha}`), repository, treeSha: tree, parents },
    ...{ author, committedAt: state.clock.iso(), message, files },
    added: [...files.keys()].filter((path) => !earlier.has(path)),
    modified: [...files]
      .filter(([path, { sha: now }]) => isOther(earlier.get(path), now))
      .map(([path]) => path),
    removed: [...earlier.keys()].filter((path) => !files.has(path)),
  };
  repository.commits.set(sha, commit);
  state.nodes.set(commit.nodeId, commit);
  return commit;
}

function isOther(entry: FileEntry | undefined, sha: string): boolean {
  return entry !== undefined && entry.sha !== sha;
}

/** The files after the changes; also keeps the bytes of new blobs. */
export function changedFiles(
  repository: Repository,
  earlier: ReadonlyMap<string, FileEntry>,
  changes: ReadonlyMap<string, FileChange>,
): ReadonlyMap<string, FileEntry> {
  const files = new Map(earlier);
  for (const [path, change] of changes) {
    if (change !== null) files.set(path, store(repository, change));
    else if (!files.delete(path)) {
      throw new WorldError(
        "unprocessable",
        `A path was requested for deletion which does not exist as of commit oid: ${path}`,
      );
    }
  }
  return files;
}

function store(repository: Repository, change: Exclude<FileChange, null>): FileEntry {
  const isSpecial = typeof change === "object" && !(change instanceof Uint8Array);
  const mode = isSpecial ? change.mode : "100644";
  const bytes = Uint8Array.from(Buffer.from(isSpecial ? change.content : change));
  const sha = objectSha("blob", bytes);
  repository.blobs.set(sha, bytes);
  return { sha, mode };
}

/** Sends `push`, and lets the pull requests of the branch follow. */
export function tellOfPush(state: WorldState, sender: Account, push: Push): void {
  const parts = { push: { kind: "push", ...push } };
  state.emit({ name: "push", repository: push.ref.repository, sender, parts });
  followPush(state, sender, push);
}

/** Every `#12` is a referenced event each time; a closing keyword closes as whoever committed. */
export function applyMessage(state: WorldState, actor: Account, commit: Commit): void {
  const { issues } = parsePlainReferences(commit.message, commit.repository.nameWithOwner);
  for (const issue of resolveReferences(state, issues)) {
    record(state, issue, actor, "ReferencedEvent", {
      ...{ commit, commitRepository: commit.repository, isDirectReference: true, subject: issue },
      isCrossRepository: commit.repository !== issue.repository,
    });
  }
  const closing = issues.filter((reference) => reference.closes);
  for (const issue of resolveReferences(state, closing)) closeOpen(state, actor, issue, commit);
}

function closeOpen(state: WorldState, actor: Account, issue: Issue, closer: Commit): void {
  if (issue.state === "open" && issue.pull === null) closeIssue(state, actor, issue, { closer });
}
