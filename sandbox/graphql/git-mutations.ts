/** Mutations of branches and files. */
import { Buffer } from "node:buffer";
import { commitOnBranch, type FileChange, requireRef } from "../world/commits.ts";
import type { Commit, Ref, Repository } from "../world/model.ts";
import { createRef, deleteRef, moveRef } from "../world/refs.ts";
import { updateRefs } from "../world/update-refs.ts";
import { WorldError } from "../world/world-error.ts";
import {
  type GraphqlContext,
  type Resolver,
  requireKind,
  requireWrite,
} from "./graphql-context.ts";

interface BranchInput {
  readonly id?: string | null;
  readonly repositoryNameWithOwner?: string | null;
  readonly branchName?: string | null;
}

interface FileChanges {
  readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
  readonly deletions?: readonly { readonly path: string }[] | null;
}

function findBranch(context: GraphqlContext, branch: BranchInput): Ref {
  if (branch.id != null) return requireKind<Ref>(context, branch.id, "ref");
  const repository = context.services.state.repository(branch.repositoryNameWithOwner ?? "");
  return requireRef(repository, (branch.branchName ?? "").replace(/^refs\/heads\//, ""));
}

function changesOf({ additions, deletions }: FileChanges): ReadonlyMap<string, FileChange> {
  const entries: [string, FileChange][] = [
    ...(additions ?? []).map(({ path, contents }): [string, FileChange] => [
      path,
      decode(path, contents),
    ]),
    ...(deletions ?? []).map(({ path }): [string, FileChange] => [path, null]),
  ];
  const changes = new Map(entries);
  if (changes.size < entries.length) {
    throw new WorldError(
      "unprocessable",
      "A path was specified more than once in the file changes.",
    );
  }
  for (const path of changes.keys()) requirePath(path);
  return changes;
}

function decode(path: string, contents: string): Uint8Array {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(contents)) {
    throw new WorldError("unprocessable", `The contents of ${path} are not valid base64.`);
  }
  return Buffer.from(contents, "base64");
}

function requirePath(path: string): void {
  const parts = path.split("/");
  if (parts.some((part) => ["", ".", "..", ".git"].includes(part))) {
    throw new WorldError("unprocessable", `The path "${path}" is invalid.`);
  }
}

function requireWorkflowPermission(context: GraphqlContext, paths: Iterable<string>): void {
  if (context.installation.permissions.workflows === "write") return;
  for (const path of paths) {
    if (!path.startsWith(".github/workflows/")) continue;
    const message = `refusing to allow a GitHub App to create or update workflow \`${path}\` without \`workflows\` permission`;
    throw new WorldError("forbidden", message);
  }
}

function commit(_: unknown, { input }: { input: CommitInput }, context: GraphqlContext) {
  const ref = findBranch(context, input.branch);
  requireWrite(context, ref.repository, "contents");
  if (ref.target.sha !== input.expectedHeadOid) {
    const message = `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`;
    throw new WorldError("stale-head", message);
  }
  const changes = changesOf(input.fileChanges ?? {});
  requireWorkflowPermission(context, changes.keys());
  const { headline, body } = input.message;
  const message = body ? `${headline}\n\n${body}` : headline;
  const made = commitOnBranch(context.services.state, context.viewer, ref.repository, {
    ...{ branch: ref.name, message, changes },
  });
  return { commit: made, ref };
}

interface CommitInput {
  readonly branch: BranchInput;
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly fileChanges?: FileChanges | null;
}

function requireCommit(repository: Repository, oid: string): Commit {
  const found = repository.commits.get(oid);
  if (found === undefined)
    throw new WorldError("unprocessable", `"${oid}" is not a commit of the repository.`);
  return found;
}

export const gitMutations: Readonly<Record<string, Resolver>> = {
  createCommitOnBranch: commit,
  createRef: (_, { input }, context) => {
    const repository = requireKind<Repository>(context, input.repositoryId, "repository");
    requireWrite(context, repository, "contents");
    const name = input.name.replace(/^refs\/heads\//, "");
    const branch = { name, target: requireCommit(repository, input.oid) };
    return { ref: createRef(context.services.state, context.viewer, repository, branch) };
  },
  updateRef: (_, { input }, context) => {
    const ref = requireKind<Ref>(context, input.refId, "ref");
    requireWrite(context, ref.repository, "contents");
    const target = requireCommit(ref.repository, input.oid);
    moveRef(context.services.state, context.viewer, ref, target, input.force === true);
    return { ref };
  },
  updateRefs: (_, { input }, context) => {
    const repository = requireKind<Repository>(context, input.repositoryId, "repository");
    requireWrite(context, repository, "contents");
    updateRefs(context.services.state, context.viewer, repository, input.refUpdates);
    return {};
  },
  deleteRef: (_, { input }, context) => {
    const ref = requireKind<Ref>(context, input.refId, "ref");
    requireWrite(context, ref.repository, "contents");
    deleteRef(context.services.state, context.viewer, ref);
    return {};
  },
};
