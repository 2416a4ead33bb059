/** Writes files in one commit, on the head that they were computed from or not at all. */
import type { Applied, Change } from "../../engine/change.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { mutateGraphql } from "../call-graphql.ts";
import type { Octokit } from "../octokit.ts";

type CommitFiles = Extract<Change, { kind: "commit-files" }>;

export const commitMutation = `
mutation CommitFiles($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

interface CommitAnswer {
  readonly createCommitOnBranch: { readonly commit: { readonly oid: string } };
}

export async function commitFiles(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  change: CommitFiles,
): Promise<Extract<Applied, { kind: "committed" }>> {
  const additions = change.files.map(({ path, bytes }) => ({
    path,
    contents: Buffer.from(bytes).toString("base64"),
  }));
  const answer = await mutateGraphql<CommitAnswer>(octokit, commitMutation, {
    branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: change.branch },
    expectedHeadOid: change.expectedHead,
    message: { headline: change.headline, body: change.body },
    fileChanges: { additions },
  });
  return { kind: "committed", headOid: answer.createCommitOnBranch.commit.oid };
}
