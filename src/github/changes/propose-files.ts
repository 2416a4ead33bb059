/**
 * Puts files on a branch of their own, one commit ahead of the branch they are meant for, and opens a pull
 * request from it. The commit is made on a second branch first: a pull request whose branch holds nothing
 * new, if only for a moment, is closed by GitHub.
 */
import type { Applied, ProposalChange } from "../../engine/change.ts";
import { StaleHeadError } from "../../engine/errors.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import type { CommitTarget } from "../answer.ts";
import { mutateGraphql, queryGraphql } from "../call-graphql.ts";
import { chunk } from "../chunk.ts";
import type { Octokit } from "../octokit.ts";
import { branchFilesQuery } from "../repository-query.ts";
import { commitFiles } from "./commit-files.ts";
import { editPullRequest } from "./edit-pull-request.ts";
import { moveBranches } from "./move-branches.ts";

type ProposeFiles = Extract<ProposalChange, { kind: "propose-files" }>;
type Oids = ReadonlyMap<string, string | null>;
type PullRequest = Extract<Applied, { kind: "proposed" }>["pullRequest"];

export const createPullRequestMutation = `
mutation OpenPullRequest($input: CreatePullRequestInput!) {
  createPullRequest(input: $input) { pullRequest { id number } }
}`;

interface CreateAnswer {
  readonly createPullRequest: { readonly pullRequest: PullRequest };
}

interface BranchFilesAnswer {
  readonly repository: { readonly ref: { readonly target: CommitTarget | null } | null };
}

const pathsPerCall = 100;

export async function proposeFiles(
  octokit: Octokit,
  address: RepositoryAddress,
  change: ProposeFiles,
): Promise<Applied> {
  const { expectedHead } = change;
  const said =
    expectedHead === null ? null : await readOids(octokit, address, change, expectedHead);
  const isSaid = said !== null && change.isSaid(said);
  const written = isSaid && expectedHead !== null ? null : await write(octokit, address, change);
  const { pullRequest, isWritten } = await openPullRequest(octokit, change);
  return {
    kind: "proposed",
    headOid: written ?? expectedHead ?? "",
    isWritten: written !== null || isWritten,
    oids: isSaid ? said : new Map(),
    pullRequest,
  };
}

async function readOids(
  octokit: Octokit,
  { owner, name }: RepositoryAddress,
  { branch, files }: ProposeFiles,
  expectedHead: string,
): Promise<Oids> {
  const oids = new Map<string, string | null>();
  for (const some of chunk(files, pathsPerCall)) {
    const paths = Object.fromEntries(some.map(({ path }, index) => [`path${index}`, path]));
    const variables = { owner, name, branch: `refs/heads/${branch}`, ...paths };
    const query = branchFilesQuery(some.length);
    const { repository } = await queryGraphql<BranchFilesAnswer>(octokit, query, variables);
    const target = repository.ref?.target;
    if (target?.oid !== expectedHead) {
      throw new StaleHeadError(`The branch ${branch} has moved since it was read.`);
    }
    some.forEach(({ path }, index) => void oids.set(path, target[`file${index}`]?.oid ?? null));
  }
  return oids;
}

/** The new head of the branch. */
async function write(
  octokit: Octokit,
  address: RepositoryAddress,
  { repositoryId, branch, expectedHead, base, headline, files }: ProposeFiles,
): Promise<string> {
  const next = `${branch}-next`;
  await moveBranches(octokit, repositoryId, [{ branch: next, to: base.headOid }]);
  try {
    const commit = { branch: next, expectedHead: base.headOid, headline, body: "", files };
    const made = await commitFiles(octokit, address, { kind: "commit-files", ...commit });
    await moveBranches(octokit, repositoryId, [
      { branch, from: expectedHead, to: made.headOid },
      { branch: next, to: null },
    ]);
    return made.headOid;
  } catch (error) {
    // What made the write fail is what counts; a branch that stays is taken again by the next write.
    await moveBranches(octokit, repositoryId, [{ branch: next, to: null }]).catch(() => undefined);
    throw error;
  }
}

async function openPullRequest(
  octokit: Octokit,
  { repositoryId, branch, base, pullRequest }: ProposeFiles,
): Promise<{ pullRequest: PullRequest; isWritten: boolean }> {
  if (pullRequest.kind === "open") {
    const { id, number, edit } = pullRequest;
    const isWritten = edit !== undefined && (await editPullRequest(octokit, id, edit));
    return { pullRequest: { id, number }, isWritten };
  }
  const { title, body } = pullRequest;
  const input = { repositoryId, baseRefName: base.name, headRefName: branch, title, body };
  const answer = await mutateGraphql<CreateAnswer>(octokit, createPullRequestMutation, input);
  return { pullRequest: answer.createPullRequest.pullRequest, isWritten: true };
}
